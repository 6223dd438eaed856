import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deliveryProtocols, Destination, takesZipAlone } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './PresetEditor.module.css'
import { useSecretState } from './useSecretState.js'

interface DestinationEditorProps {
  readonly destination: Destination
  /** It is stored; `secret`: what was typed and could not be kept. */
  readonly onSaved: (id: string, secret: string) => void
  readonly onCancel: () => void
}

/** One destination: how it is reached, by whom, and whether it answers. */
export function DestinationEditor({ destination, onSaved, onCancel }: DestinationEditorProps) {
  const { t } = useTranslation('delivery')
  const errorText = useErrorText()
  const { message, say, attempt } = useAttempt()
  const [draft, setDraft] = useState(destination)
  const [secret, setSecret] = useState('')
  const [isTesting, setTesting] = useState(false)
  const secrets = useSecretState(draft.id)
  const set = (change: Partial<Destination>) => setDraft({ ...draft, ...change })
  const isHttp = takesZipAlone(draft)
  const isComplete = Destination.safeParse(draft).success
  const typed = secret === '' ? null : secret

  const test = () => {
    setTesting(true)
    say(t('testing'))
    attempt(async () => {
      try {
        const { hostKey } = await invoke('destinations.test', { destination: draft, secret: typed })
        if (isHttp) return t('testHttp')
        return hostKey === null ? t('testGood') : t('testGoodKey', { key: hostKey })
      } finally {
        setTesting(false)
      }
    })
  }
  const save = () =>
    attempt(async () => {
      await invoke('destinations.put', { destination: draft })
      const { kept } = typed === null ? { kept: true } : await invoke('shell.keepSecret', { id: draft.id, secret })
      onSaved(draft.id, kept ? '' : secret)
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) save()
      }}
      data-testid="destination-editor"
    >
      <div className={styles.fields}>
        <TextField
          label={t('name')}
          value={draft.name}
          onChange={(name) => set({ name: name.slice(0, 200) })}
          autoFocus
          data-testid="destination-name"
        />
        <Select
          label={t('protocol')}
          options={deliveryProtocols.map((value) => ({ value, label: t(`protocol${value}`) }))}
          value={draft.protocol}
          onChange={(protocol) => set({ protocol, hostKey: null })}
          data-testid="destination-protocol"
        />
        <div className={styles.pair}>
          <TextField
            label={t('host')}
            value={draft.host}
            onChange={(host) => set({ host: host.trim(), hostKey: null })}
            data-testid="destination-host"
          />
          <TextField
            label={t('port')}
            inputMode="numeric"
            value={draft.port === null ? '' : String(draft.port)}
            onChange={(text) => set({ port: /^\d{1,5}$/.test(text) ? Number(text) : null, hostKey: null })}
            data-testid="destination-port"
          />
        </div>
        <TextField
          label={t('folder')}
          value={draft.folder}
          onChange={(folder) => set({ folder })}
          data-testid="destination-folder"
        />
        <TextField
          label={t('user')}
          value={draft.user}
          onChange={(user) => set({ user })}
          data-testid="destination-user"
        />
        {draft.user !== '' && secrets !== null && (
          <TextField
            label={t('password')}
            hint={t(secrets.kept ? 'passwordKept' : secrets.available ? 'passwordWillKeep' : 'passwordNotKept')}
            type="password"
            autoComplete="off"
            value={secret}
            onChange={(text) => setSecret(text.slice(0, 1_000))}
            data-testid="destination-secret"
          />
        )}
        {draft.protocol === 'sftp' ? (
          <p data-testid="destination-key">
            {draft.hostKey === null ? t('hostKeyNew') : t('hostKey', { key: draft.hostKey })}{' '}
            {draft.hostKey !== null && <Button onPress={() => set({ hostKey: null })}>{t('forgetKey')}</Button>}
          </p>
        ) : (
          <>
            <label>
              <input
                type="checkbox"
                checked={draft.tls}
                onChange={({ target }) => set({ tls: target.checked })}
                data-testid="destination-tls"
              />{' '}
              {t('tls')}
            </label>
            {!draft.tls && <p>{t('plain')}</p>}
          </>
        )}
      </div>
      {message !== null && (
        <p role={message instanceof Error ? 'alert' : 'status'} data-testid="destination-message">
          {message instanceof Error ? errorText(message) : message}
        </p>
      )}
      <footer>
        <Button onPress={test} isDisabled={!isComplete || isTesting} data-testid="destination-test">
          {t('test')}
        </Button>
        <Button onPress={onCancel}>{t('cancel')}</Button>
        <Button variant="primary" type="submit" isDisabled={!isComplete} data-testid="destination-save">
          {t('save')}
        </Button>
      </footer>
    </form>
  )
}
