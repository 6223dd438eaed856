import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import styles from './Dialog.module.css'

interface DialogProps {
  readonly title: string
  /** Asked to close: Esc, a click beside it. */
  readonly onClose: () => void
  /** The content; a <footer> at its end holds the buttons. */
  readonly children: ReactNode
  /** `alertdialog` asks for an answer: a click beside it does not close it. */
  readonly role?: 'dialog' | 'alertdialog'
  /** For much at once. */
  readonly wide?: boolean
  readonly 'data-testid'?: string
}

/** A dialog in front of the window, open for as long as it is rendered. */
export function Dialog({
  title,
  onClose,
  children,
  role = 'dialog',
  wide = false,
  'data-testid': testId,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isDismissable={role === 'dialog'}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={styles.modal ?? ''} data-wide={wide}>
        <AriaDialog className={styles.dialog ?? ''} role={role} data-testid={testId}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
