import { FieldError, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { classNames } from './class-names.js'
import styles from './Field.module.css'
import type { TextFieldProps } from './TextField.js'

interface TextAreaProps extends TextFieldProps {
  readonly rows?: number
}

/** A labelled box for several lines. */
export function TextArea({ label, hint, placeholder, problem, className, rows = 4, ...props }: TextAreaProps) {
  return (
    <AriaTextField {...props} isInvalid={problem !== undefined} className={classNames(styles.field, className)}>
      <Label className={styles.label ?? ''}>{label}</Label>
      <AriaTextArea className={styles.box ?? ''} placeholder={placeholder ?? ''} rows={rows} data-undo="native" />
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>{problem}</FieldError>
    </AriaTextField>
  )
}
