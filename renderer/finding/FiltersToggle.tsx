import { useTranslation } from 'react-i18next'
import { ToggleButton } from 'react-aria-components'
import buttonStyles from '../ui/Button.module.css'
import { FilterIcon } from './icons.js'
import styles from './ViewChoice.module.css'

interface FiltersToggleProps {
  readonly isOn: boolean
  readonly onToggle: () => void
}

/** Shows the filters beside the sheet, or puts them away. */
export function FiltersToggle({ isOn, onToggle }: FiltersToggleProps) {
  const { t } = useTranslation('finding')
  return (
    <ToggleButton
      className={`${buttonStyles.button ?? ''} ${styles.filters ?? ''}`}
      isSelected={isOn}
      onChange={onToggle}
      data-testid="toggle-filters"
    >
      <FilterIcon />
      {t('showFilters')}
    </ToggleButton>
  )
}
