import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { Button } from './Button.js'
import { ChevronIcon } from './icons.js'
import styles from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly onAction: () => void
  readonly isDisabled?: boolean
  /** The keys that do the same, as the keyboard names them. */
  readonly shortcut?: string
  /** A line above it. */
  readonly separated?: boolean
}

interface MenuProps {
  /** What the button shows. */
  readonly children: ReactNode
  readonly entries: readonly MenuEntry[]
  readonly variant?: 'plain' | 'primary' | 'quiet'
  readonly isDisabled?: boolean
  readonly 'data-testid'?: string
}

/** A button that opens a menu. */
export function Menu({ children, entries, variant = 'plain', isDisabled = false, 'data-testid': testId }: MenuProps) {
  return (
    <MenuTrigger>
      <Button variant={variant} isDisabled={isDisabled} data-testid={testId}>
        {children}
        <ChevronIcon />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom start">
        <AriaMenu className={styles.menu ?? ''}>
          {entries.flatMap(({ id, label, onAction, isDisabled: disabled = false, separated = false, shortcut }) => [
            ...(separated ? [<Separator key={`${id}-line`} className={styles.separator ?? ''} />] : []),
            <MenuItem
              key={id}
              id={id}
              className={styles.entry ?? ''}
              textValue={label}
              onAction={onAction}
              isDisabled={disabled}
              data-testid={`menu-${id}`}
            >
              <span>{label}</span>
              {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
