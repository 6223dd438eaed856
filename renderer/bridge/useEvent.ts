import { useEffect, useEffectEvent } from 'react'
import type { EventListener, EventName, EventPayload } from '#contract'
import { on } from './bridge.js'

/** Listens to an event while the component is there; the listener sees the latest props and state. */
export function useEvent<E extends EventName>(event: E, listener: EventListener<E>): void {
  const heard = useEffectEvent((payload: EventPayload<E>) => listener(payload))
  useEffect(() => on(event, (payload) => heard(payload)), [event])
}
