/** OpenCC's dictionaries, for which the package has no types: `from to|from to …`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  export default dictionary;
}
