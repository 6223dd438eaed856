import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deliveryProtocols, Destination, takesZipAlone } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { useErrorText } from '../i18n/useErrorText.js'
import { useAttempt } from '../story/useAttempt.js'
import { Button } from '../ui/Button.js'
import { Select } from '../ui/Select.js'
import { TextField } from '../ui/TextField.js'
import styles from './DestinationEditor.module.css'
import { useConnectionTest } from './useConnectionTest.js'
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
  const { message, attempt } = useAttempt()
  const [draft, setDraft] = useState(destination)
  const [secret, setSecret] = useState('')
  // A key is noted on the first connection, and this may be it; one that is noted already is what the server had to show.
  const connection = useConnectionTest((hostKey) => setDraft((now) => ({ ...now, hostKey })))
  const secrets = useSecretState(draft.id)
  const set = (change: Partial<Destination>) => {
    setDraft({ ...draft, ...change })
    connection.forget()
  }
  const isHttp = takesZipAlone(draft)
  const isComplete = Destination.safeParse(draft).success
  const isTesting = connection.state === 'testing'
  const typed = secret === '' ? null : secret
  const problem = message instanceof Error ? message : connection.state instanceof Error ? connection.state : null

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
        <div className={styles.pair} data-even="true">
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
        </div>
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
            onChange={(text) => {
              setSecret(text.slice(0, 1_000))
              connection.forget()
            }}
            data-testid="destination-secret"
          />
        )}
        {draft.protocol === 'sftp' ? (
          <div className={styles.key} data-testid="destination-key">
            {draft.hostKey === null ? (
              <p className={styles.hint}>{t('hostKeyNew')}</p>
            ) : (
              <>
                <p>
                  <span className={styles.hint}>{t('hostKey')}</span>
                  <br />
                  <code>{draft.hostKey}</code>
                </p>
                <Button onPress={() => set({ hostKey: null })} data-testid="destination-forget-key">
                  {t('forgetKey')}
                </Button>
              </>
            )}
          </div>
        ) : (
          <>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={draft.tls}
                onChange={({ target }) => set({ tls: target.checked })}
                data-testid="destination-tls"
              />
              {t('tls')}
            </label>
            {!draft.tls && <p className={styles.warning}>{t('plain')}</p>}
          </>
        )}
      </div>
      {problem !== null ? (
        <p role="alert" className={styles.message} data-testid="destination-message">
          {errorText(problem)}
        </p>
      ) : (
        typeof connection.state === 'string' && (
          <p
            role="status"
            className={styles.message}
            data-state={isHttp ? 'http' : connection.state}
            data-testid="destination-message"
          >
            {t(isTesting ? 'testing' : isHttp ? 'testHttp' : 'testGood')}
          </p>
        )
      )}
      <footer>
        <Button
          className={styles.test}
          onPress={() => connection.test(draft, typed)}
          isDisabled={!isComplete || isTesting}
          data-testid="destination-test"
        >
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
