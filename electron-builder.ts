import { packaging } from './electron/runtime/packaging.js'

export default packaging
