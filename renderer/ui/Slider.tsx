import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components'
import { classNames } from './class-names.js'
import styles from './Slider.module.css'

interface SliderProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
  readonly className?: string | undefined
  readonly 'data-testid'?: string
}

/** A slider for one number. */
export function Slider({ label, value, min, max, step, onChange, className, 'data-testid': testId }: SliderProps) {
  return (
    <AriaSlider
      aria-label={label}
      className={classNames(styles.slider, className)}
      value={value}
      minValue={min}
      maxValue={max}
      step={step}
      onChange={(next: number | number[]) => onChange(typeof next === 'number' ? next : (next[0] ?? value))}
      data-testid={testId}
    >
      <SliderTrack className={styles.track ?? ''}>
        <SliderThumb className={styles.thumb ?? ''} />
      </SliderTrack>
    </AriaSlider>
  )
}
