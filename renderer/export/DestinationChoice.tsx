import { useTranslation } from 'react-i18next'
import { type Destination, takesZipAlone } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { newId } from '../desk/new-id.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './ExportDialog.module.css'
import { useSecretState } from './useSecretState.js'

/** Where a bundle goes besides, and a password that is not kept. */
export interface Sending {
  sendTo: string | null
  secret: string
}

interface DestinationChoiceProps {
  readonly destinations: readonly Destination[]
  readonly sending: Sending
  readonly zip: boolean
  readonly onChange: (sending: Sending) => void
  readonly onEdit: (destination: Destination) => void
  readonly attempt: (work: () => Promise<unknown>) => void
}

/** Where the bundle is sent besides: one of the desk's destinations, or nowhere. */
export function DestinationChoice({ destinations, sending, zip, onChange, onEdit, attempt }: DestinationChoiceProps) {
  const { t } = useTranslation('delivery')
  const chosen = destinations.find(({ id }) => id === sending.sendTo)
  const secrets = useSecretState(chosen === undefined || chosen.user === '' ? null : chosen.id)
  const forget = ({ id }: Destination) =>
    attempt(async () => {
      await invoke('shell.keepSecret', { id, secret: null })
      await invoke('destinations.remove', { id })
      onChange({ sendTo: null, secret: '' })
    })
  return (
    <div className={styles.sending} data-testid="export-sending">
      <Select
        label={t('sendTo')}
        options={[
          { value: '', label: t('nowhere') },
          ...destinations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={chosen?.id ?? ''}
        onChange={(id) => onChange({ sendTo: id === '' ? null : id, secret: '' })}
        data-testid="export-send-to"
      />
      {secrets !== null && !secrets.kept && (
        <TextField
          label={t('password')}
          hint={t(secrets.available ? 'passwordWillKeep' : 'passwordNotKept')}
          type="password"
          autoComplete="off"
          value={sending.secret}
          onChange={(secret) => onChange({ ...sending, secret: secret.slice(0, 1_000) })}
          data-testid="export-secret"
        />
      )}
      {chosen !== undefined && takesZipAlone(chosen) && !zip && <p className={styles.warning}>{t('needsZip')}</p>}
      <div className={styles.actions}>
        <Button onPress={() => onEdit(newDestination())} data-testid="destination-new">
          {t('add')}
        </Button>
        {chosen !== undefined && (
          <>
            <Button onPress={() => onEdit(chosen)} data-testid="destination-edit">
              {t('edit')}
            </Button>
            <Button onPress={() => forget(chosen)} data-testid="destination-remove">
              {t('forget')}
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

function newDestination(): Destination {
  const own = { name: '', host: '', port: null, folder: '', user: '', hostKey: null }
  return { kind: 'destination', id: newId(), protocol: 'sftp', tls: true, ...own }
}
