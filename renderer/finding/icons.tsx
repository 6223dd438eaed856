import type { ReactNode } from 'react'

/** As in ui/icons: 16 units, in the colour of the text. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const FilterIcon = () => (
  <Icon>
    <path d="M2 3.5h12M4.5 8h7M6.5 12.5h3" />
  </Icon>
)

export const PencilIcon = () => (
  <Icon>
    <path d="m3 13 .6-2.8 7-7 2.2 2.2-7 7zM9.5 4.3l2.2 2.2" />
  </Icon>
)

export const GridIcon = () => (
  <Icon>
    <path d="M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z" />
  </Icon>
)

export const ListIcon = () => (
  <Icon>
    <path d="M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5" />
  </Icon>
)

export const DaysIcon = () => (
  <Icon>
    <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />
  </Icon>
)

/** A page with lines of text and a picture. */
export const StoriesIcon = () => (
  <Icon>
    <path d="M3.5 2h9v12h-9zM5.5 4.5h5M5.5 6.5h5M5.5 9h2.5v2.5h-2.5zM10 9.5h.5M10 11.5h.5" />
  </Icon>
)

/** A pin on a map beside a line of time. */
export const OverviewIcon = () => (
  <Icon>
    <path d="M8 10.5C5.8 8 4.8 6.7 4.8 5.2a3.2 3.2 0 0 1 6.4 0c0 1.5-1 2.8-3.2 5.3zM8 5.2v.1M2.5 13.5h11" />
  </Icon>
)
