import type { DragEvent, KeyboardEvent } from 'react'
import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Collection, PhotoId } from '#contract'
import { hasPhotoDrag, readPhotoDrag } from '../selection/photo-drag.js'
import menuStyles from '../ui/Menu.module.css'
import styles from './Collections.module.css'

interface CollectionItemProps {
  readonly collection: Collection
  readonly depth: number
  readonly closed: boolean
  readonly selected: boolean
  readonly readOnly: boolean
  readonly onOpen: () => void
  readonly onToggle: () => void
  readonly onEdit: () => void
  readonly onNewInside: () => void
  readonly onDelete: () => void
  readonly onDropPhotos: (photoIds: readonly PhotoId[]) => void
}

/**
 * One line of the tree. Up and Down go from line to line, Left and Right close and open a folder, F2 renames, Delete deletes; photos can
 * be dropped on a collection.
 */
export function CollectionItem(props: CollectionItemProps) {
  const { collection, depth, closed, selected, readOnly, onOpen, onToggle, onEdit, onDelete } = props
  const { t } = useTranslation('organise')
  const [over, setOver] = useState(false)
  const [menuOpen, setMenuOpen] = useState(false)
  const { name, isFolder, photos } = collection

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) focusBeside(event.currentTarget, step)
    else if (event.key === 'ArrowLeft' && isFolder && !closed) onToggle()
    else if (event.key === 'ArrowRight' && isFolder && closed) onToggle()
    else if (event.key === 'F2' && !readOnly) onEdit()
    else if (event.key === 'Delete' && !readOnly) onDelete()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const accepts = (event: DragEvent) => !readOnly && !isFolder && hasPhotoDrag(event.dataTransfer)
  return (
    <li
      role="treeitem"
      aria-level={depth + 1}
      aria-expanded={isFolder ? !closed : undefined}
      aria-selected={selected}
      className={styles.item}
      style={{ paddingInlineStart: depth * 14 }}
      data-testid="collection-item"
      data-name={name}
      data-selected={selected}
      data-over={over}
      onDragOver={(event) => {
        if (!accepts(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
      }}
      onDrop={(event) => {
        setOver(false)
        if (!accepts(event)) return
        event.preventDefault()
        event.stopPropagation()
        const photoIds = readPhotoDrag(event.dataTransfer)
        if (photoIds.length > 0) props.onDropPhotos(photoIds)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        setMenuOpen(true)
      }}
    >
      <button type="button" className={styles.open} onClick={onOpen} onKeyDown={onKeyDown} data-collection-line>
        <span className={styles.sign} aria-hidden="true">
          {isFolder ? (closed ? '▸' : '▾') : ''}
        </span>
        <span className={styles.name}>{name}</span>
        {!isFolder && <span className={styles.count}>{photos.length}</span>}
      </button>
      {!readOnly && (
        <MenuTrigger isOpen={menuOpen} onOpenChange={setMenuOpen}>
          <AriaButton
            className={styles.trigger ?? ''}
            aria-label={t('actions', { name })}
            data-testid="collection-menu"
          >
            ⋯
          </AriaButton>
          <Popover className={menuStyles.popover ?? ''} placement="bottom end">
            <Menu className={menuStyles.menu ?? ''}>
              {isFolder && (
                <MenuItem className={menuStyles.entry ?? ''} onAction={props.onNewInside}>
                  {t('newInside')}
                </MenuItem>
              )}
              <MenuItem className={menuStyles.entry ?? ''} onAction={onEdit}>
                {t('editCollection')}
              </MenuItem>
              <MenuItem className={menuStyles.entry ?? ''} onAction={onDelete}>
                {t('deleteCollection')}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
    </li>
  )
}

function focusBeside(from: HTMLElement, step: 1 | -1): void {
  const lines = [...(from.closest('[role="tree"]')?.querySelectorAll<HTMLElement>('[data-collection-line]') ?? [])]
  lines[lines.indexOf(from) + step]?.focus()
}
