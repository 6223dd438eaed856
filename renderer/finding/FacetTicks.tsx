import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FacetValue } from '#contract'
import type { ListedFilter } from './filters.js'
import styles from './FilterPanel.module.css'
import { Tick } from './Tick.js'
import { labelColours } from './useLabels.js'

interface FacetTicksProps {
  readonly name: ListedFilter
  readonly title: string
  readonly values: readonly FacetValue[]
  /** How many values there are beyond these. */
  readonly more: number
  readonly ticked: readonly string[]
  readonly labelOf: (value: string) => string
  readonly onToggle: (value: string) => void
  /** More values are wanted than there are here. */
  readonly onWantMore: () => void
}

/** Values shown before more are asked for. */
const few = 6
const many = 200

/** A filter's most frequent values with their counts; those that are ticked always stand among them. */
export function FacetTicks({ name, title, values, more, ticked, labelOf, onToggle, onWantMore }: FacetTicksProps) {
  const { t, i18n } = useTranslation('finding')
  const [isWhole, setWhole] = useState(false)
  const [wanted, setWanted] = useState('')
  const counted = new Map(values.map(({ value, count }) => [value, count]))
  const sought = wanted.trim().toLocaleLowerCase()
  const fits = (value: string) => sought === '' || labelOf(value).toLocaleLowerCase().includes(sought)
  const fitting = values.filter(({ value }) => fits(value))
  const most = isWhole || sought !== '' ? many : few
  // Each keeps its place when it is ticked, so that the pointer stays on it.
  const listed = fitting.filter(({ value }, place) => place < most || ticked.includes(value)).map(({ value }) => value)
  const shown = [...ticked.filter((value) => !counted.has(value) && fits(value)), ...listed]
  const hidden = fitting.length - listed.length + more
  if (values.length === 0 && ticked.length === 0) return <p className={styles.nothing}>{t('noValues')}</p>
  return (
    <>
      {(isWhole || sought !== '') && values.length + more > few && (
        <input
          className={styles.valueBox}
          value={wanted}
          placeholder={t('filterValues')}
          aria-label={t('filterValuesOf', { filter: title })}
          data-undo="native"
          onChange={(event) => {
            setWanted(event.target.value)
            onWantMore()
          }}
          data-testid={`values-${name}`}
        />
      )}
      <div className={styles.ticks} role="group" aria-label={title}>
        {shown.map((value) => (
          <Tick
            key={value}
            label={labelOf(value)}
            // Of a value that has left the counted ones nothing is known.
            count={counted.get(value) ?? (more > 0 ? null : 0)}
            isOn={ticked.includes(value)}
            onToggle={() => onToggle(value)}
            sign={name === 'label' && <Swatch colour={value} />}
            testId={`tick-${name}`}
          />
        ))}
      </div>
      {isWhole ? (
        <>
          {hidden > 0 && (
            <p className={styles.nothing}>{t('moreHidden', { number: numberText(hidden, i18n.language) })}</p>
          )}
          <button
            type="button"
            className={styles.more}
            onClick={() => {
              setWhole(false)
              setWanted('')
            }}
          >
            {t('fewer')}
          </button>
        </>
      ) : (
        hidden > 0 && (
          <button
            type="button"
            className={styles.more}
            onClick={() => {
              setWhole(true)
              onWantMore()
            }}
            data-testid={`more-${name}`}
          >
            {t('more', { number: numberText(hidden, i18n.language) })}
          </button>
        )
      )}
    </>
  )
}

function numberText(number: number, language: string): string {
  return new Intl.NumberFormat(language).format(number)
}

function Swatch({ colour }: { readonly colour: string }) {
  const known = labelColours.find((one) => one === colour.toLowerCase())
  return <span className={styles.swatch} data-colour={known} aria-hidden="true" />
}
