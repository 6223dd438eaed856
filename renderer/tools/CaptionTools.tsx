import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkChange, Photo, PhotoFieldChanges, PhotoId, StoryId } from '#contract'
import { CutlineError, templateFields } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { photoAutosave } from '../caption/photo-autosave.js'
import { keyName } from '../caption/shortcuts.js'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { Menu } from '../ui/Menu.js'
import { useNotices } from '../ui/notices.js'
import { HistoryDialog } from '../history/HistoryDialog.js'
import { changeMany, isMany } from './bulk-change.js'
import { DatesDialog } from './DatesDialog.js'
import { KeywordsDialog } from './KeywordsDialog.js'
import { NamesDialog } from './NamesDialog.js'
import { PasteDialog } from './PasteDialog.js'
import { PositionsDialog } from './PositionsDialog.js'
import { RewriteDialog } from './RewriteDialog.js'

interface CaptionToolsProps {
  /** The photos selected, which may be others than those read last. */
  readonly ids: readonly PhotoId[]
  readonly photos: readonly Photo[]
  readonly storyId: StoryId | null
  readonly readOnly: boolean
}

type Tool = 'rewrite' | 'paste' | 'positions' | 'dates' | 'names' | 'keywords' | 'history'

/** The fields copied last, for whatever is selected next; they outlive the pane. */
let copied: PhotoFieldChanges | null = null

/** What can be done to the texts of the whole selection: templates, copied fields, replacing and converting. */
export function CaptionTools({ ids: selected, photos, storyId, readOnly }: CaptionToolsProps) {
  const { t } = useTranslation('tools')
  const { t: tPeople } = useTranslation('people')
  const { t: tOrganise } = useTranslation('organise')
  const errorText = useErrorText()
  const { say, fail } = useNotices()
  const templates = recordsOf(useDesk(), 'template')
  const [dialog, setDialog] = useState<Tool | null>(null)
  const ids = [...selected]

  const change = (what: () => Promise<{ changed: number }>, asWork: BulkChange) => {
    // What was typed a moment ago comes first.
    photoAutosave.dispatch({ type: 'flush' })
    const done = isMany(ids) ? changeMany(ids, asWork) : what()
    done.then(
      ({ changed }) => say(changed > 0 ? t('applied', { count: changed }) : t('nothingApplied')),
      (thrown: unknown) => fail(t('couldNot', { reason: errorText(CutlineError.from(thrown)) })),
    )
  }
  const apply = (place: number): boolean => {
    const template = templates[place]
    if (template === undefined) return false
    const { id: templateId } = template
    change(() => invoke('templates.apply', { ids, templateId, storyId }), { kind: 'template', templateId, storyId })
    return true
  }
  const copy = () => {
    const [only, ...others] = photos
    if (only === undefined || others.length > 0 || only.id !== ids[0] || ids.length > 1) {
      say(t('nothingToCopy'))
      return
    }
    copied = Object.fromEntries(templateFields.map((field) => [field, only[field]]))
    say(t('copied', { file: only.file }))
  }
  const open = (which: Tool) => {
    if (which === 'paste' && copied === null) say(t('nothingCopied'))
    else {
      photoAutosave.dispatch({ type: 'flush' })
      setDialog(which)
    }
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || readOnly || ids.length === 0 || document.querySelector('[role="dialog"]') !== null) return
    const modified = event.ctrlKey || event.metaKey
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    const both = modified && event.altKey && !event.shiftKey
    const done =
      event.altKey && event.shiftKey && !modified && digit !== undefined
        ? apply(Number(digit) - 1)
        : both && event.code === 'KeyC'
          ? (copy(), true)
          : both && event.code === 'KeyV'
            ? (open('paste'), true)
            : both && event.code === 'KeyR'
              ? (open('rewrite'), true)
              : both && event.code === 'KeyP'
                ? (open('positions'), true)
                : false
    if (done) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  if (readOnly || ids.length === 0) return null
  return (
    <>
      <Menu
        variant="quiet"
        data-testid="caption-tools"
        entries={[
          ...(templates.length === 0
            ? [{ id: 'no-templates', label: t('noTemplates'), onAction: () => undefined, isDisabled: true }]
            : templates.map(({ name }, place) => ({
                id: `template-${place + 1}`,
                label: t('template', { name }),
                onAction: () => void apply(place),
                ...(place < 9 ? { shortcut: keyName('Alt', 'Shift', String(place + 1)) } : {}),
              }))),
          {
            id: 'copy-fields',
            label: t('copyFields'),
            onAction: copy,
            separated: true,
            shortcut: keyName('Mod', 'Alt', 'C'),
          },
          {
            id: 'paste-fields',
            label: t('pasteFields'),
            onAction: () => open('paste'),
            shortcut: keyName('Mod', 'Alt', 'V'),
          },
          {
            id: 'rewrite',
            label: t('rewrite'),
            onAction: () => open('rewrite'),
            shortcut: keyName('Mod', 'Alt', 'R'),
            separated: true,
          },
          {
            id: 'positions',
            label: tPeople('markMenu'),
            onAction: () => open('positions'),
            shortcut: keyName('Mod', 'Alt', 'P'),
          },
          { id: 'dates', label: tOrganise('dates'), onAction: () => open('dates'), separated: true },
          { id: 'names', label: tOrganise('names'), onAction: () => open('names') },
          { id: 'keywords', label: tOrganise('keywordsMenu'), onAction: () => open('keywords') },
          {
            id: 'history',
            label: tOrganise('historyMenu'),
            onAction: () => open('history'),
            separated: true,
            isDisabled: ids.length !== 1,
          },
        ]}
      >
        {t('tools')}
      </Menu>
      {dialog === 'dates' && (
        <DatesDialog ids={ids} first={photos.find(({ id }) => id === ids[0])} onClose={() => setDialog(null)} />
      )}
      {dialog === 'names' && <NamesDialog ids={ids} onClose={() => setDialog(null)} />}
      {dialog === 'keywords' && <KeywordsDialog ids={ids} photos={photos} onClose={() => setDialog(null)} />}
      {dialog === 'history' && ids[0] !== undefined && (
        <HistoryDialog
          of={{ photo: ids[0] }}
          title={photos.find(({ id }) => id === ids[0])?.file ?? ''}
          readOnly={readOnly}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'positions' && <PositionsDialog ids={ids} onClose={() => setDialog(null)} />}
      {dialog === 'rewrite' && <RewriteDialog ids={ids} onClose={() => setDialog(null)} />}
      {dialog === 'paste' && copied !== null && (
        <PasteDialog
          fields={copied}
          count={ids.length}
          onClose={() => setDialog(null)}
          onPaste={(set) => {
            setDialog(null)
            change(() => invoke('photos.paste', { ids, set }), { kind: 'paste', set })
          }}
        />
      )}
    </>
  )
}
