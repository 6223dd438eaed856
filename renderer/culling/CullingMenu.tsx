import { useTranslation } from 'react-i18next'
import type { PhotoFieldChanges } from '#contract'
import { Menu } from '../ui/Menu.js'
import { flagKeys } from './cull-keys.js'
import { labels } from './labels.js'
import { starsText } from './stars-text.js'

interface CullingMenuProps {
  readonly disabled: boolean
  readonly advance: boolean
  readonly onAdvance: (advance: boolean) => void
  readonly onChange: (set: PhotoFieldChanges) => void
}

/** The toolbar's menu of stars, labels, picks and rejects, which tells their keys. */
export function CullingMenu({ disabled, advance, onAdvance, onChange }: CullingMenuProps) {
  const { t } = useTranslation('culling')
  const flags = [
    { id: 'pick', flag: 'pick', key: flagKeys.pick },
    { id: 'reject', flag: 'reject', key: flagKeys.reject },
    { id: 'none', flag: '', key: flagKeys.none },
  ] as const
  return (
    <Menu
      isDisabled={disabled}
      data-testid="culling-menu"
      entries={[
        ...flags.map(({ id, flag, key }) => ({
          id: `flag-${id}`,
          label: t(`flag_${id}`),
          shortcut: key.toUpperCase(),
          onAction: () => onChange({ flag }),
        })),
        ...[5, 4, 3, 2, 1, 0].map((rating) => ({
          id: `stars-${rating}`,
          label: rating === 0 ? t('noStars') : starsText(rating),
          shortcut: String(rating),
          separated: rating === 5,
          onAction: () => onChange({ rating }),
        })),
        ...labels.map(({ name, key }, at) => ({
          id: `label-${name}`,
          label: t(`label_${name}`),
          shortcut: key.toUpperCase(),
          separated: at === 0,
          onAction: () => onChange({ label: name }),
        })),
        { id: 'label-none', label: t('noLabel'), onAction: () => onChange({ label: '' }) },
        {
          id: 'advance',
          label: advance ? t('advanceOn') : t('advanceOff'),
          separated: true,
          onAction: () => onAdvance(!advance),
        },
      ]}
    >
      {t('menu')}
    </Menu>
  )
}
