import { Starting } from './shell/Starting.js'
import { Window } from './shell/Window.js'
import { useStart } from './shell/useStart.js'
import { NoticeBoard } from './ui/notices.js'

/** The page: asks the shell how things stand, then shows the window. */
export function App() {
  const { start, error, retry } = useStart()
  if (start === null) return <Starting error={error} onRetry={retry} />
  return (
    <NoticeBoard>
      <Window start={start} />
    </NoticeBoard>
  )
}
