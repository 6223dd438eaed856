import { useTranslation } from 'react-i18next'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { ListView } from '#contract'
import { listViews } from '#contract'
import { DaysIcon, GridIcon, ListIcon, OverviewIcon, StoriesIcon } from './icons.js'
import styles from './ViewChoice.module.css'

interface ViewChoiceProps {
  readonly view: ListView
  readonly onView: (view: ListView) => void
}

const icons = {
  grid: <GridIcon />,
  list: <ListIcon />,
  day: <DaysIcon />,
  story: <StoriesIcon />,
  overview: <OverviewIcon />,
}

/** How the listing is laid out. */
export function ViewChoice({ view, onView }: ViewChoiceProps) {
  const { t } = useTranslation('finding')
  return (
    <ToggleButtonGroup
      aria-label={t('view')}
      className={styles.group ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => {
        const chosen = listViews.find((one) => keys.has(one))
        if (chosen !== undefined) onView(chosen)
      }}
    >
      {listViews.map((one) => (
        <ToggleButton
          key={one}
          id={one}
          className={styles.button ?? ''}
          aria-label={t(`view${one}`)}
          data-testid={`view-${one}`}
        >
          <span title={t(`view${one}`)}>{icons[one]}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
