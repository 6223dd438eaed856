import { Button, Label, ListBox, ListBoxItem, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components'
import { classNames } from './class-names.js'
import fieldStyles from './Field.module.css'
import { CheckIcon, ChevronIcon } from './icons.js'
import menuStyles from './Menu.module.css'
import styles from './Select.module.css'

interface SelectProps<V extends string> {
  readonly label: string
  /** Shows the label beside the choice only to screen readers. */
  readonly labelHidden?: boolean
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly value: V
  readonly onChange: (value: V) => void
  readonly isDisabled?: boolean
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** A choice of one among a few. */
export function Select<V extends string>(props: SelectProps<V>) {
  const {
    label,
    labelHidden = false,
    options,
    value,
    onChange,
    isDisabled = false,
    className,
    'data-testid': testId,
  } = props
  return (
    <AriaSelect
      className={classNames(styles.select, className)}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen !== undefined) onChange(chosen.value)
      }}
    >
      <Label className={classNames(labelHidden ? 'visually-hidden' : fieldStyles.label)}>{label}</Label>
      <Button className={styles.button ?? ''} data-testid={testId}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronIcon />
      </Button>
      <Popover className={menuStyles.popover ?? ''}>
        <ListBox className={menuStyles.menu ?? ''}>
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={classNames(menuStyles.entry, styles.entry)}
              data-testid={`option-${option.value}`}
            >
              <span className={styles.check}>
                <CheckIcon />
              </span>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
