import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskRecord, Person } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { Button } from '../ui/Button.js'
import { TextArea } from '../ui/TextArea.js'
import styles from './DeskDialog.module.css'
import type { Attempt } from './DeskDialog.js'
import { newId } from './new-id.js'
import { PersonForm } from './PersonForm.js'
import { RecordList } from './RecordList.js'
import { useCorrections } from './useCorrections.js'
import { recordsOf } from './useDesk.js'

interface PeopleTabProps {
  readonly records: readonly DeskRecord[]
  readonly attempt: Attempt
  readonly readOnly: boolean
}

/** The desk's people: one by one, or many from a pasted guest list. */
export function PeopleTab({ records, attempt, readOnly }: PeopleTabProps) {
  const { t } = useTranslation('desk')
  const { t: tFacts } = useTranslation('facts')
  const people = recordsOf(records, 'person')
  const { save: saveLinked, findOlder, dialog } = useCorrections(attempt)
  const [draft, setDraft] = useState<Person | null>(null)
  const [guests, setGuests] = useState<string | null>(null)

  const save = (person: Person) =>
    attempt(async () => {
      await saveLinked(person, people.find(({ id }) => id === person.id) ?? null)
      setDraft(null)
      return t('saved')
    })
  const addGuests = (text: string) =>
    attempt(async () => {
      const read = (await invoke('people.read', { text })).people
      const known = new Set(people.map(({ name }) => name))
      const added = read.filter(({ name }) => !known.has(name))
      if (added.length > 0) {
        await invoke('desk.put', { records: added.map((person) => ({ kind: 'person', id: newId(), ...person })) })
      }
      setGuests(null)
      return t('guestsAdded', { count: added.length, known: read.length - added.length })
    })

  if (draft !== null)
    return (
      <>
        <PersonForm
          person={draft}
          onChange={setDraft}
          onSave={save}
          onCancel={() => setDraft(null)}
          onFindOlder={
            people.some(({ id }) => id === draft.id)
              ? () => attempt(async () => ((await findOlder(draft.id)) ? null : tFacts('noOlder')))
              : undefined
          }
        />
        {dialog}
      </>
    )
  if (guests !== null) {
    return (
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          addGuests(guests)
        }}
      >
        <TextArea
          label={t('guestList')}
          hint={t('guestHint')}
          rows={9}
          value={guests}
          onChange={setGuests}
          autoFocus
          data-testid="guest-list"
        />
        <div className={styles.row}>
          <Button variant="primary" type="submit" isDisabled={guests.trim() === ''} data-testid="add-guests">
            {t('addGuests')}
          </Button>
          <Button onPress={() => setGuests(null)}>{t('cancel')}</Button>
        </div>
      </form>
    )
  }
  return (
    <div className={styles.fields}>
      {dialog}
      <p className={styles.note}>{t('peopleNote')}</p>
      <RecordList
        label={t('tabPeople')}
        empty={t('noPeople')}
        readOnly={readOnly}
        items={people.map(({ id, name, otherNames, titles }) => ({
          id,
          name,
          detail: [...titles.map(({ organisation, title }) => organisation + title), ...otherNames].join(' · '),
        }))}
        onEdit={(id) => setDraft(people.find((person) => person.id === id) ?? null)}
        onRemove={(id) =>
          attempt(async () => {
            await invoke('desk.remove', { ids: [id] })
            return t('removed')
          })
        }
      />
      {!readOnly && (
        <div className={styles.row}>
          <Button
            onPress={() => setDraft({ kind: 'person', id: newId(), name: '', otherNames: [], titles: [] })}
            data-testid="new-person"
          >
            {t('newPerson')}
          </Button>
          <Button onPress={() => setGuests('')} data-testid="paste-guests">
            {t('pasteGuests')}
          </Button>
        </div>
      )}
    </div>
  )
}
