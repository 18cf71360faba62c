/** An SVG with flat ground, edges of half pixels, a slow and a steep change of colour, glass, and dots that nothing foretells. */
export const EVERY_WAY = `<svg xmlns="http://www.w3.org/2000/svg" width="203" height="67"><defs>
  <linearGradient id="slow"><stop offset="0" stop-color="#102030"/><stop offset="1" stop-color="#203828"/></linearGradient>
  <linearGradient id="steep"><stop offset="0" stop-color="#FF0000"/><stop offset="1" stop-color="#00FFFF" stop-opacity="0.2"/></linearGradient>
  <filter id="dots" x="0" y="0" width="1" height="1"><feTurbulence baseFrequency="0.9" seed="3"/></filter>
</defs><rect width="120" height="40" fill="url(#slow)"/><rect x="120" width="60" height="40" fill="url(#steep)"/>
  <circle cx="60" cy="30" r="17.3" fill="#FFCC00" opacity="0.61"/><rect y="45" width="90" height="22" filter="url(#dots)"/></svg>`;
