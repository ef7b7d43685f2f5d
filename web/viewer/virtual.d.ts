declare module 'virtual:viewer' {
  const text: import('./text.ts').ViewerText;
  export default text;
}
