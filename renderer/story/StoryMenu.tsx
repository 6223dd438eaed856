import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import styles from './StoryMenu.module.css'

interface StoryMenuProps {
  /** The story's headline as shown. */
  readonly title: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly readOnly: boolean
  readonly onOpen: () => void
  readonly onExport: (() => void) | undefined
  readonly onDelete: () => void
}

/** What can be done with a story of the list. */
export function StoryMenu({ title, isOpen, onOpenChange, readOnly, onOpen, onExport, onDelete }: StoryMenuProps) {
  const { t } = useTranslation('story')
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <AriaButton className={styles.trigger ?? ''} aria-label={t('actions', { story: title })} data-testid="story-menu">
        ⋯
      </AriaButton>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.menu ?? ''}>
          <MenuItem className={styles.entry ?? ''} onAction={onOpen}>
            {t('open')}
          </MenuItem>
          {onExport !== undefined && (
            <MenuItem className={styles.entry ?? ''} onAction={onExport}>
              {t('export')}
            </MenuItem>
          )}
          <MenuItem className={styles.entry ?? ''} onAction={onDelete} isDisabled={readOnly}>
            {t('delete')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
