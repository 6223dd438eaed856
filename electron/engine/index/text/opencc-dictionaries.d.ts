/** OpenCC's dictionaries as opencc-js carries them: `from to other|from to|…`. */
declare module 'opencc-js/dict/*' {
  const entries: string
  export default entries
}
