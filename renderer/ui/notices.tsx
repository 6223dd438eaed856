import type { ReactNode } from 'react'
import { createContext, useContext, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.js'
import { CrossIcon } from './icons.js'
import styles from './notices.module.css'

/** What can be done about a notice, once. */
export interface NoticeAction {
  readonly label: string
  readonly run: () => void
}

export interface Notices {
  /** Says something that passes: read aloud, and shown for a while; with `action`, also a button that does it. */
  readonly say: (text: string, action?: NoticeAction) => void
  /** Says what could not be done, and leaves it standing until it is closed. */
  readonly fail: (text: string) => void
}

interface Notice {
  readonly id: number
  readonly text: string
  readonly failed: boolean
  readonly action: NoticeAction | null
}

/** Milliseconds that a passing notice stays. */
const stays = 5_000
/** Notices shown at once; older ones make room. */
const most = 3

const NoticesContext = createContext<Notices | null>(null)

/** The window's notices. */
export function useNotices(): Notices {
  const notices = useContext(NoticesContext)
  if (notices === null) throw new Error('useNotices is for components inside NoticeBoard.')
  return notices
}

/** Shows notices at the window's foot, and announces them. */
export function NoticeBoard({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('window')
  const [shown, setShown] = useState<readonly Notice[]>([])
  const nextId = useRef(1)

  const notices = useMemo(() => {
    const put = (text: string, failed: boolean, action: NoticeAction | null) => {
      const id = nextId.current++
      setShown((before) => [...before.filter((one) => one.text !== text), { id, text, failed, action }].slice(-most))
      if (!failed) setTimeout(() => setShown((before) => before.filter((one) => one.id !== id)), stays)
    }
    return {
      say: (text: string, action?: NoticeAction) => put(text, false, action ?? null),
      fail: (text: string) => put(text, true, null),
    }
  }, [])
  const close = (id: number) => setShown((before) => before.filter((one) => one.id !== id))

  // Both regions are there from the start: screen readers announce what is put into a region, not a new region.
  const list = (failed: boolean) =>
    shown
      .filter((notice) => notice.failed === failed)
      .map(({ id, text, action }) => (
        <div key={id} className={styles.notice} data-failed={failed} data-testid="notice">
          <span className={styles.text}>{text}</span>
          {action !== null && (
            <Button
              variant="quiet"
              onPress={() => {
                close(id)
                action.run()
              }}
              data-testid="notice-action"
            >
              {action.label}
            </Button>
          )}
          <Button variant="quiet" className={styles.close} aria-label={t('close')} onPress={() => close(id)}>
            <CrossIcon />
          </Button>
        </div>
      ))
  return (
    <NoticesContext value={notices}>
      {children}
      <div className={styles.board}>
        <div role="alert">{list(true)}</div>
        <div role="status">{list(false)}</div>
      </div>
    </NoticesContext>
  )
}
