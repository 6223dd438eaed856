import { useEffect, useEffectEvent, useState } from 'react'
import { pathsOf } from '../bridge/bridge.js'
import { hasPhotoDrag } from '../selection/photo-drag.js'

/**
 * Files dragged over the window from elsewhere. `over` while they are; when they are dropped, `onDrop` gets their absolute
 * paths, none where they are no files of this computer.
 */
export function useFileDrop(onDrop: (paths: readonly string[]) => void): { over: boolean } {
  const [over, setOver] = useState(false)
  const dropped = useEffectEvent((files: readonly File[]) => {
    setOver(false)
    onDrop(pathsOf(files))
  })

  useEffect(() => {
    // Over every element that the pointer passes: entering the next one comes before leaving the last.
    let depth = 0
    const files = (event: DragEvent) =>
      event.dataTransfer !== null && event.dataTransfer.types.includes('Files') && !hasPhotoDrag(event.dataTransfer)
        ? event.dataTransfer
        : null
    const enter = (event: DragEvent) => {
      if (files(event) === null) return
      depth++
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (files(event) === null) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const move = (event: DragEvent) => {
      const transfer = files(event)
      if (transfer === null) return
      event.preventDefault()
      transfer.dropEffect = 'copy'
    }
    const drop = (event: DragEvent) => {
      const transfer = files(event)
      if (transfer === null) return
      event.preventDefault()
      depth = 0
      dropped([...transfer.files])
    }
    const listeners = { dragenter: enter, dragleave: leave, dragover: move, drop }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) {
        window.removeEventListener(name, listener as EventListener)
      }
    }
  }, [])
  return { over }
}
