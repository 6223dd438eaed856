import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PhotoQuery } from '#contract'
import { PhotoQuery as PhotoQuerySchema } from '#contract'
import { invoke } from '../bridge/bridge.js'
import { newId } from '../desk/new-id.js'
import { useFailure } from '../shell/useFailure.js'
import { Button } from '../ui/Button.js'
import { useNotices } from '../ui/notices.js'
import { NameDialog } from './NameDialog.js'

interface SaveSearchButtonProps {
  readonly query: Partial<PhotoQuery>
  readonly isDisabled: boolean
}

/** Keeps the search under a name. */
export function SaveSearchButton({ query, isDisabled }: SaveSearchButtonProps) {
  const { t } = useTranslation('finding')
  const attempt = useFailure()
  const { say } = useNotices()
  const [isAsking, setAsking] = useState(false)
  const keep = async (name: string) => {
    await invoke('desk.put', { records: [{ kind: 'search', id: newId(), name, query: PhotoQuerySchema.parse(query) }] })
    say(t('searchSaved', { name }))
  }
  return (
    <>
      <Button variant="quiet" isDisabled={isDisabled} onPress={() => setAsking(true)} data-testid="save-search">
        {t('saveSearch')}
      </Button>
      {isAsking && (
        <NameDialog
          title={t('saveTitle')}
          name={query.text?.trim().slice(0, 200) ?? ''}
          onName={(name) => attempt(() => keep(name))}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
