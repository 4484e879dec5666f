// The one page the server hands out. Everything in it is built by the host's script.
/** `script` is where that is. */
export const pageHtml = (script: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Playground</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/page.css" />
    <link rel="stylesheet" href="/plugin/styles.css" id="plugin-styles" />
  </head>
  <body class="theme-light">
    <script type="module" crossorigin src="${script}"></script>
  </body>
</html>
`;
