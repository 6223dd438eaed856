import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import styles from './Tabs.module.css'

interface TabsProps<I extends string> {
  readonly label: string
  readonly tabs: readonly { readonly id: I; readonly label: string; readonly content: ReactNode }[]
  readonly value: I
  readonly onChange: (id: I) => void
}

/** Several contents in the same place, one of them shown. */
export function Tabs<I extends string>({ label, tabs, value, onChange }: TabsProps<I>) {
  return (
    <AriaTabs
      className={styles.tabs ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => {
        const chosen = tabs.find(({ id }) => id === key)
        if (chosen !== undefined) onChange(chosen.id)
      }}
    >
      <TabList aria-label={label} className={styles.list ?? ''}>
        {tabs.map(({ id, label: name }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''} data-testid={`tab-${id}`}>
            {name}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
