import { useId } from 'react'
import { classNames } from './class-names.js'
import styles from './Field.module.css'

interface DateFieldProps {
  readonly label: string
  /** `2026-11-23`; null where there is none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly isDisabled?: boolean
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** A labelled box for a day. */
export function DateField({ label, value, onChange, isDisabled = false, className, ...props }: DateFieldProps) {
  const id = useId()
  return (
    <div className={classNames(styles.field, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="date"
        className={styles.box}
        // Years of five digits can be typed into it and are none.
        max="9999-12-31"
        value={value ?? ''}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
        data-undo="native"
        data-testid={props['data-testid']}
      />
    </div>
  )
}
