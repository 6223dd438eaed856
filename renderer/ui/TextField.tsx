import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { FieldError, Input, Label, Text, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.js'
import styles from './Field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  /** Why the value cannot be taken. */
  readonly problem?: string
  readonly className?: string | undefined
}

/** A labelled box for one line. */
export function TextField({ label, hint, placeholder, problem, className, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={problem !== undefined} className={classNames(styles.field, className)}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <Input className={styles.box ?? ''} placeholder={placeholder ?? ''} data-undo="native" />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  )
}
