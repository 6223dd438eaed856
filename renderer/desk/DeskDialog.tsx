import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useErrorText } from '../i18n/useErrorText.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import { Dialog } from '../ui/Dialog.js'
import { Tabs } from '../ui/Tabs.js'
import { ChecksTab } from './ChecksTab.js'
import { CodesTab } from './CodesTab.js'
import styles from './DeskDialog.module.css'
import { FactsTab } from './FactsTab.js'
import { HouseStyleTab } from './HouseStyleTab.js'
import { PeopleTab } from './PeopleTab.js'
import { TemplatesTab } from './TemplatesTab.js'
import { useDesk } from './useDesk.js'
import { SidecarsTab } from '../sidecars/SidecarsTab.js'

/** Begins something that may fail; what it answers is said at the dialog's foot. */
export type Attempt = (what: () => Promise<unknown>) => void

interface DeskDialogProps {
  readonly readOnly: boolean
  readonly onClose: () => void
}

type TabId = 'style' | 'templates' | 'codes' | 'people' | 'facts' | 'checks' | 'sidecars'

/** What belongs to the desk: house style, templates, codes, people, events and places, house rules. Each change counts at once and can be undone. */
export function DeskDialog({ readOnly, onClose }: DeskDialogProps) {
  const { t } = useTranslation('desk')
  const { t: sidecars } = useTranslation('sidecars')
  const errorText = useErrorText()
  const records = useDesk()
  const { message, attempt } = useAttempt()
  const [tab, setTab] = useState<TabId>('style')
  const common = { records, attempt, readOnly }
  return (
    <Dialog title={t('title')} onClose={onClose} wide data-testid="desk-dialog">
      <Tabs
        label={t('title')}
        value={tab}
        onChange={setTab}
        tabs={[
          { id: 'style', label: t('tabStyle'), content: <HouseStyleTab {...common} /> },
          { id: 'templates', label: t('tabTemplates'), content: <TemplatesTab {...common} /> },
          { id: 'codes', label: t('tabCodes'), content: <CodesTab {...common} /> },
          { id: 'people', label: t('tabPeople'), content: <PeopleTab {...common} /> },
          { id: 'facts', label: t('tabFacts'), content: <FactsTab {...common} /> },
          { id: 'checks', label: t('tabChecks'), content: <ChecksTab {...common} /> },
          { id: 'sidecars', label: sidecars('tab'), content: <SidecarsTab {...common} /> },
        ]}
      />
      <p className={styles.message} role="status" data-testid="desk-message">
        {message instanceof Error ? errorText(message) : message}
      </p>
      <footer>
        <Button variant="primary" onPress={onClose} data-testid="desk-close">
          {t('close')}
        </Button>
      </footer>
    </Dialog>
  )
}
