import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeSide, CommandInput, CommandOutput, FieldChange, PhotoId, StoryId } from '#contract'
import { CutlineError, PhotoField } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useEvent } from '../bridge/useEvent.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { useNotices } from '../ui/notices.js'
import { changeText } from './change-text.js'
import styles from './History.module.css'

interface HistoryDialogProps {
  readonly of: { readonly photo: PhotoId } | { readonly story: StoryId }
  /** The file's name, or the headline. */
  readonly title: string
  readonly readOnly: boolean
  readonly onClose: () => void
}

type StoryFieldName = CommandInput<'stories.bringBack'>['field']

const storyFields: readonly StoryFieldName[] = ['headline', 'slug', 'byline', 'text', 'photos']
/** Names that no field of a file has. */
const ownNames = ['trashedAt', 'overrides', 'twinOf', 'slug', 'byline', 'text', 'photos', 'order', 'printed'] as const

/** Every change of a photo's or a story's fields: who, when, before, after; and any of the values back. */
export function HistoryDialog({ of, title, readOnly, onClose }: HistoryDialogProps) {
  const { t, i18n } = useTranslation('organise')
  const { t: embedded } = useTranslation('embedded')
  const { t: fields } = useTranslation('fields')
  const photoId = 'photo' in of ? of.photo : null
  const storyId = 'story' in of ? of.story : null
  const { t: tWindow } = useTranslation('window')
  const errorText = useErrorText()
  const attempt = useFailure()
  const { say } = useNotices()
  const [told, setTold] = useState<CommandOutput<'photos.history'> | CutlineError | null>(null)
  const load = useCallback(() => {
    const asked =
      photoId !== null ? invoke('photos.history', { id: photoId }) : invoke('stories.history', { id: storyId ?? '' })
    asked.then(setTold, (thrown: unknown) => setTold(CutlineError.from(thrown)))
  }, [photoId, storyId])
  useEffect(load, [load])
  useEvent('photos.changed', load)
  useEvent('stories.changed', load)

  const date = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'medium' })
  const nameOf = (field: string) => {
    const own = ownNames.find((name) => name === field.replace(/^printed:.*/, 'printed'))
    if (own !== undefined) return t(`field${own}`)
    const known = PhotoField.safeParse(field)
    return known.success ? embedded(`field${known.data}`) : field
  }
  const textOf = ({ field }: FieldChange, value: unknown) => {
    if ((field === 'photos' || field === 'order') && Array.isArray(value))
      return t('photoCount', { count: value.length })
    if (field === 'trashedAt' && typeof value === 'string') return date.format(new Date(value))
    if (field === 'flag' && (value === 'pick' || value === 'reject')) return fields(`flag${value}`)
    return changeText(field, value)
  }
  const canBringBack = (field: string) =>
    !readOnly && (photoId !== null ? PhotoField.safeParse(field).success : storyFields.some((name) => name === field))
  const bringBack = ({ id: change, field }: FieldChange, side: ChangeSide) =>
    attempt(async () => {
      // What can be brought back of either was asked the moment before.
      const { changed } =
        photoId !== null
          ? await invoke('photos.bringBack', { id: photoId, change, field: PhotoField.parse(field), side })
          : await invoke('stories.bringBack', { id: storyId ?? '', change, field: field as StoryFieldName, side })
      say(t(changed > 0 ? 'broughtBack' : 'sameAlready', { field: nameOf(field) }))
    })
  const sideOf = (change: FieldChange, side: ChangeSide) => {
    const text = textOf(change, change[side])
    return (
      <div className={styles.side} data-side={side}>
        <p>{text === '' ? <em>{t('nothing')}</em> : text}</p>
        {canBringBack(change.field) && (
          <Button variant="quiet" onPress={() => bringBack(change, side)} data-testid={`bring-back-${side}`}>
            {t(side === 'before' ? 'bringBackBefore' : 'bringBackAfter')}
          </Button>
        )}
      </div>
    )
  }
  return (
    <Dialog title={`${t('history')} · ${title}`} onClose={onClose} wide data-testid="history-dialog">
      {told === null && <p>{t('loading')}</p>}
      {told instanceof CutlineError && <p role="alert">{t('failed', { reason: errorText(told) })}</p>}
      {told !== null && !(told instanceof CutlineError) && told.total === 0 && <p>{t('historyNone')}</p>}
      {told !== null && !(told instanceof CutlineError) && told.total > 0 && (
        <ul className={styles.list} tabIndex={0}>
          {told.changes.map((change) => (
            <li key={`${change.id} ${change.field}`} className={styles.change} data-testid="history-change">
              <header>
                <strong>{nameOf(change.field)}</strong>
                <span className={styles.when}>
                  {[date.format(new Date(change.at)), change.by, change.from ?? '', tWindow(`edit${change.kind}`)]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </header>
              <div className={styles.sides}>
                {sideOf(change, 'before')}
                {sideOf(change, 'after')}
              </div>
            </li>
          ))}
        </ul>
      )}
      {told !== null && !(told instanceof CutlineError) && told.total > told.changes.length && (
        <p className={styles.when}>{t('historyMore', { count: told.total - told.changes.length })}</p>
      )}
      <footer>
        <Button variant="primary" onPress={onClose}>
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
