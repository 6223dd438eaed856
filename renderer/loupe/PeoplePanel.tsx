import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.js'
import { CrossIcon } from '../ui/icons.js'
import { IconButton } from '../ui/IconButton.js'
import styles from './People.module.css'
import type { PeopleBoxes } from './usePeopleBoxes.js'

interface PeoplePanelProps {
  readonly boxes: PeopleBoxes
  readonly onMark: () => void
  readonly onLeave: () => void
}

/** Beside the picture: its people in the order in which a caption names them, and what marking makes of the caption. */
export function PeoplePanel({ boxes, onMark, onLeave }: PeoplePanelProps) {
  const { t } = useTranslation('people')
  const { regions, order, positions, selected, select } = boxes
  const markers = new Map(positions?.people.map(({ region, marker }) => [region, marker]))
  const change = positions?.change ?? null
  const isEmpty = regions.length === 0
  return (
    <aside className={styles.panel} aria-label={t('panel')} data-testid="people-panel">
      <h3 className={styles.title}>
        {isEmpty ? t('panel') : t('count', { count: regions.length })}
        <IconButton label={t('leave')} onPress={onLeave}>
          <CrossIcon />
        </IconButton>
      </h3>
      {isEmpty ? (
        <p className={styles.note}>{t('empty')}</p>
      ) : (
        <ol className={styles.list}>
          {order.map((region) => {
            const name = regions[region]?.name ?? ''
            return (
              <li key={region} data-chosen={region === selected} data-testid="people-item">
                <button
                  type="button"
                  className={styles.person}
                  onClick={() => select(region, name === '')}
                  onDoubleClick={() => select(region, true)}
                >
                  <span data-unnamed={name === ''}>{name === '' ? t('unnamed') : name}</span>
                  <small>{markers.get(region)?.replace(/^[（(]|[）)]$/gu, '')}</small>
                </button>
                <IconButton
                  label={t('remove', { name: name === '' ? t('unnamed') : name })}
                  onPress={() => boxes.remove(region)}
                >
                  <CrossIcon />
                </IconButton>
              </li>
            )
          })}
        </ol>
      )}
      {!isEmpty && (
        <section
          className={styles.preview}
          aria-label={t('preview')}
          aria-live="polite"
          data-testid="positions-preview"
        >
          {positions?.changes === true && change !== null ? (
            <>
              <p className={styles.after}>
                {change.after.map(({ text, added }, at) =>
                  added ? <ins key={at}>{text}</ins> : <span key={at}>{text}</span>,
                )}
              </p>
              {change.people !== null && (
                <p className={styles.note}>{t('peopleAfter', { names: change.people.join('、') })}</p>
              )}
            </>
          ) : (
            positions !== null && (
              <p className={styles.note}>
                {t(regions.some(({ name }) => name !== '') ? 'nothingToMark' : 'nameFirst')}
              </p>
            )
          )}
          {change !== null && change.unmentioned.length > 0 && (
            <p className={styles.warning}>{t('unmentioned', { names: change.unmentioned.join('、') })}</p>
          )}
          <Button
            variant="primary"
            onPress={onMark}
            isDisabled={positions?.changes !== true}
            data-testid="mark-positions"
          >
            {t('mark')}
          </Button>
        </section>
      )}
      <p className={styles.keys}>{t('keys')}</p>
    </aside>
  )
}
