import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '#contract'
import { PartialDate } from '#contract'
import { Button } from '../ui/Button.js'
import { TextField } from '../ui/TextField.js'
import styles from './DeskDialog.module.css'

interface PersonFormProps {
  readonly person: Person
  readonly onChange: (person: Person) => void
  readonly onSave: (person: Person) => void
  readonly onCancel: () => void
  /** Looks for older wordings in use; left out for somebody new. */
  readonly onFindOlder: (() => void) | undefined
}

const noTitle = { title: '', organisation: '', from: null, to: null }
const isDate = (text: string | null) => text === null || PartialDate.safeParse(text).success

/** Somebody's name as the desk writes it, other names, and what office they held when. */
export function PersonForm({ person, onChange, onSave, onCancel, onFindOlder }: PersonFormProps) {
  const { t } = useTranslation('desk')
  const { t: tFacts } = useTranslation('facts')
  // As it is typed; the record holds it taken apart.
  const [others, setOthers] = useState(person.otherNames.join('、'))
  const titles = [...person.titles, noTitle]
  const sound = person.titles.every(({ from, to }) => isDate(from) && isDate(to))
  const setTitle = (at: number, change: Partial<Person['titles'][number]>) =>
    onChange({ ...person, titles: titles.map((one, place) => (place === at ? { ...one, ...change } : one)) })
  return (
    <form
      className={styles.fields}
      onSubmit={(event) => {
        event.preventDefault()
        if (person.name.trim() === '' || !sound) return
        const otherNames = others.split(/[、;；,，]/u).map((name) => name.trim())
        onSave({
          ...person,
          name: person.name.trim(),
          otherNames: otherNames.filter((name) => name !== ''),
          titles: person.titles.filter(({ title }) => title.trim() !== ''),
        })
      }}
    >
      <div className={styles.grid}>
        <TextField
          label={t('personName')}
          value={person.name}
          onChange={(name) => onChange({ ...person, name })}
          autoFocus
          data-testid="person-name"
        />
        <TextField label={t('otherNames')} placeholder={t('otherNamesHint')} value={others} onChange={setOthers} />
      </div>
      {titles.map(({ title, organisation, from, to }, at) => (
        // Titles have no name but their place in the list.
        <div key={at} className={styles.title}>
          <TextField
            label={t('organisation')}
            value={organisation}
            onChange={(value) => setTitle(at, { organisation: value })}
          />
          <TextField
            label={t('personTitle')}
            value={title}
            onChange={(value) => setTitle(at, { title: value })}
            data-testid={`person-title-${at}`}
          />
          <TextField
            label={t('from')}
            placeholder="2025-07"
            value={from ?? ''}
            onChange={(value) => setTitle(at, { from: value === '' ? null : value })}
            {...(isDate(from) ? {} : { problem: t('dateForm') })}
          />
          <TextField
            label={t('to')}
            placeholder="2026"
            value={to ?? ''}
            onChange={(value) => setTitle(at, { to: value === '' ? null : value })}
            {...(isDate(to) ? {} : { problem: t('dateForm') })}
          />
        </div>
      ))}
      <div className={styles.row}>
        <Button
          variant="primary"
          type="submit"
          isDisabled={person.name.trim() === '' || !sound}
          data-testid="save-person"
        >
          {t('save')}
        </Button>
        <Button onPress={onCancel}>{t('cancel')}</Button>
        {onFindOlder !== undefined && (
          <Button variant="quiet" onPress={onFindOlder} data-testid="find-older">
            {tFacts('findOlder')}
          </Button>
        )}
      </div>
    </form>
  )
}
