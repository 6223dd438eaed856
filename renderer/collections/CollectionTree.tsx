import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Collection, PhotoId } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { recordsOf, useDesk } from '../desk/useDesk.js'
import { useFailure } from '../shell/useFailure.js'
import { Menu } from '../ui/Menu.js'
import { useNotices } from '../ui/notices.js'
import { CollectionDialog, type CollectionDraft } from './CollectionDialog.js'
import { CollectionItem } from './CollectionItem.js'
import { collectionRows } from './collection-rows.js'
import styles from './Collections.module.css'

interface CollectionTreeProps {
  readonly selected: string | null
  readonly onSelect: (id: string | null) => void
  readonly readOnly: boolean
}

/** The sidebar's collections and their folders: open one, make one, drop photos onto one, rename, move, delete. */
export function CollectionTree({ selected, onSelect, readOnly }: CollectionTreeProps) {
  const { t, i18n } = useTranslation('organise')
  const attempt = useFailure()
  const { say } = useNotices()
  const all = recordsOf(useDesk(), 'collection')
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [draft, setDraft] = useState<CollectionDraft | null>(null)
  const rows = collectionRows(all, closed, i18n.language)

  const toggle = (id: string) =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const drop = (collection: Collection, photoIds: readonly PhotoId[]) =>
    attempt(async () => {
      const there = new Set(collection.photos)
      const count = photoIds.filter((id) => !there.has(id)).length
      await invoke('collections.addPhotos', { id: collection.id, photoIds: [...photoIds] })
      const { name } = collection
      say(count > 0 ? t('collectionAdded', { count, name }) : t('collectionHasAll', { name }))
    })
  const remove = ({ id, name }: Collection) =>
    attempt(async () => {
      await invoke('collections.delete', { id })
      if (selected === id) onSelect(null)
      say(t('collectionDeleted', { name }))
    })
  const make = (isFolder: boolean, parent: string | null) => setDraft({ id: null, name: '', parent, isFolder })
  const save = ({ id, name, parent, isFolder }: CollectionDraft) => {
    setDraft(null)
    attempt(async () => {
      if (id === null) {
        const { collection } = await invoke('collections.create', { name, parent, isFolder })
        if (!isFolder) onSelect(collection.id)
        return
      }
      await invoke('collections.rename', { id, name })
      await invoke('collections.move', { id, parent })
    })
  }
  return (
    <section className={styles.section} aria-label={t('collections')} data-testid="collections">
      <header className={styles.header}>
        <h2 className={styles.title}>{t('collections')}</h2>
        <Menu
          variant="quiet"
          isDisabled={readOnly}
          data-testid="new-collection"
          entries={[
            { id: 'new-collection', label: t('newCollection'), onAction: () => make(false, null) },
            { id: 'new-folder', label: t('newFolder'), onAction: () => make(true, null) },
          ]}
        >
          ＋
        </Menu>
      </header>
      {rows.length === 0 ? (
        <p className={styles.empty}>{t('collectionsNone')}</p>
      ) : (
        <ul className={styles.list} role="tree" aria-label={t('collections')}>
          {rows.map(({ collection, depth }) => (
            <CollectionItem
              key={collection.id}
              collection={collection}
              depth={depth}
              closed={closed.has(collection.id)}
              selected={selected === collection.id}
              readOnly={readOnly}
              onOpen={() => (collection.isFolder ? toggle(collection.id) : onSelect(collection.id))}
              onToggle={() => toggle(collection.id)}
              onEdit={() => setDraft(collection)}
              onNewInside={() => make(false, collection.id)}
              onDelete={() => remove(collection)}
              onDropPhotos={(photoIds) => drop(collection, photoIds)}
            />
          ))}
        </ul>
      )}
      {draft !== null && <CollectionDialog draft={draft} all={all} onSave={save} onClose={() => setDraft(null)} />}
    </section>
  )
}
