import type { Region } from '#contract'
import styles from './People.module.css'

/** Who is boxed, shown faintly over the picture; nothing to take hold of. */
export function FaintPeople({ regions }: { readonly regions: readonly Region[] }) {
  return (
    <div className={styles.faint} data-testid="faint-people">
      {regions.map(({ name, x, y, width, height }, at) => (
        <div
          key={at}
          className={styles.faintBox}
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }}
          data-testid="faint-person"
        >
          {name !== '' && <span className={styles.faintTag}>{name}</span>}
        </div>
      ))}
    </div>
  )
}
