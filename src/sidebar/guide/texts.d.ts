declare module '*.md' {
  const text: string;
  export default text;
}

declare module '*.png' {
  const address: string;
  export default address;
}
