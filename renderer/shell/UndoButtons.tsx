import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/IconButton.js'
import { RedoIcon, UndoIcon } from '../ui/icons.js'
import type { Undo } from './useUndo.js'

/** Undo and redo, each naming what it would do. */
export function UndoButtons({ undo, disabled }: { readonly undo: Undo; readonly disabled: boolean }) {
  const { t } = useTranslation('window')
  const { state } = undo
  return (
    <>
      <IconButton
        label={state.undo === null ? t('undo') : t('undoThis', { edit: t(`edit${state.undo.kind}`) })}
        onPress={undo.undo}
        isDisabled={disabled || state.undo === null}
        data-testid="undo"
      >
        <UndoIcon />
      </IconButton>
      <IconButton
        label={state.redo === null ? t('redo') : t('redoThis', { edit: t(`edit${state.redo.kind}`) })}
        onPress={undo.redo}
        isDisabled={disabled || state.redo === null}
        data-testid="redo"
      >
        <RedoIcon />
      </IconButton>
    </>
  )
}
