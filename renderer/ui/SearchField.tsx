import type { Ref } from 'react'
import { Button, Input, SearchField as AriaSearchField } from 'react-aria-components'
import { classNames } from './class-names.js'
import { CrossIcon, SearchIcon } from './icons.js'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Esc was pressed in an empty box. */
  readonly onLeave?: () => void
  readonly inputRef?: Ref<HTMLInputElement>
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** A search box; Esc empties it. */
export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, clearLabel, value, onChange, onLeave, inputRef, className } = props
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={classNames(styles.search, className)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && value === '') onLeave?.()
      }}
    >
      <SearchIcon />
      <Input
        ref={inputRef ?? null}
        className={styles.input ?? ''}
        placeholder={placeholder}
        spellCheck="false"
        data-undo="native"
        data-testid={props['data-testid']}
      />
      <Button className={styles.clear ?? ''} aria-label={clearLabel}>
        <CrossIcon />
      </Button>
    </AriaSearchField>
  )
}
