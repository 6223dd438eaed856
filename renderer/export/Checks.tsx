import styles from './PresetEditor.module.css'

interface ChecksProps<V extends string> {
  readonly label: string
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly chosen: readonly V[]
  readonly onChange: (value: V, isChosen: boolean) => void
}

/** Several things of which any may be chosen. */
export function Checks<V extends string>({ label, options, chosen, onChange }: ChecksProps<V>) {
  return (
    <fieldset className={styles.checks}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={({ target }) => onChange(option.value, target.checked)}
            data-testid={`preset-${option.value}`}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
