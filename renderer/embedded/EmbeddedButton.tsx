import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Photo, PhotoId } from '#contract'
import { photoAutosave } from '../caption/photo-autosave.js'
import { Button } from '../ui/Button.js'
import { EmbeddedDialog } from './EmbeddedDialog.js'

interface EmbeddedButtonProps {
  /** The photos selected, which may be others than those read last. */
  readonly ids: readonly PhotoId[]
  readonly photos: readonly Photo[]
  readonly readOnly: boolean
}

/** Opens what the selected photos' originals say about themselves. */
export function EmbeddedButton({ ids, photos, readOnly }: EmbeddedButtonProps) {
  const { t } = useTranslation('embedded')
  const [isOpen, setOpen] = useState(false)
  const isRead = photos.length === ids.length && photos.every(({ id }) => ids.includes(id))
  if (!isRead || photos.length === 0) return null
  return (
    <>
      <Button
        variant="quiet"
        onPress={() => {
          // What was typed a moment ago is compared as well.
          photoAutosave.dispatch({ type: 'flush' })
          setOpen(true)
        }}
        data-testid="embedded-open"
      >
        {t('open')}
      </Button>
      {isOpen && <EmbeddedDialog photos={photos} readOnly={readOnly} onClose={() => setOpen(false)} />}
    </>
  )
}
