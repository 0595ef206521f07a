/// The style sheet of every page of a release, `style.css` at its root.
///
/// System fonts, nothing loaded from elsewhere; follows the reader's text size; wide tables
/// scroll in their own box.
let styleSheet = """
  html {
    color: #1a1a1a;
    background: #fff;
    font: 100%/1.5 "Noto Sans", "Khmer OS", "Noto Sans Khmer", system-ui, sans-serif;
  }
  :lang(km) { line-height: 1.8; }
  body { max-width: 60rem; margin: 0 auto; padding: 1rem; }
  nav { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; }
  nav a { padding: 0.25rem 0; }
  h1 { font-size: 1.6rem; line-height: 1.3; margin: 1rem 0 0.25rem; }
  h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
  :lang(km) h1, :lang(km) h2 { line-height: 1.7; }
  a { color: #0b5394; }
  a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #0b5394; outline-offset: 2px; }
  .lead { margin: 0 0 1rem; color: #4a4a4a; }
  .note { margin: 0.25rem 0; font-size: 0.875rem; color: #4a4a4a; }
  figure { margin: 1rem 0; }
  figure svg, figure img { display: block; max-width: 100%; height: auto; }
  figcaption { font-size: 0.875rem; }
  figure .narrow { display: none; }
  /* The drawing for a desk is 720 pixels wide: shrunk further, its texts would be too small. */
  @media (max-width: 47rem) {
    figure .wide { display: none; }
    /* Into the margins of the page, and never blown up to twice its size. */
    figure .narrow {
      display: block;
      width: min(100% + 2rem, 32rem);
      max-width: none;
      margin-inline: max(-1rem, calc(50% - 16rem));
    }
  }
  .embed { padding: 0; }
  .embed figure { margin: 0; }
  .embed img { width: 100%; max-width: 45rem; }
  .embed h1, .embed figcaption { margin: 0; padding: 0 0.625rem; font-size: 0.875rem; }
  .table, .scroll { overflow-x: auto; margin: 1.5rem 0; }
  table { border-collapse: collapse; font-size: 0.9375rem; }
  caption { text-align: start; font-weight: 700; padding: 0.25rem 0; }
  th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
  th { font-weight: 600; }
  thead th { border-bottom: 2px solid #1a1a1a; }
  tbody th, tbody td { border-bottom: 1px solid #ccc; font-weight: 400; }
  tbody th { white-space: nowrap; }
  .table td:last-child:not(.number) { min-width: 20rem; }
  .number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }
  ul.maps {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(19.5rem, 100%), 1fr));
    gap: 1.25rem;
    padding: 0;
    list-style: none;
  }
  /* A preview is 300 pixels wide: shrunk, its texts would be too small. */
  @media (max-width: 22rem) { ul.maps { margin-inline: -0.75rem; } }
  ul.maps figure { height: 100%; margin: 0; border: 1px solid #767676; border-radius: 4px; }
  ul.maps img {
    box-sizing: border-box;
    width: 100%;
    aspect-ratio: 6 / 5;
    border-bottom: 1px solid #ccc;
  }
  ul.maps figcaption { padding: 0.5rem 0.75rem 0.75rem; }
  ul.maps h3 { font-size: 1rem; margin: 0 0 0.25rem; }
  ul.maps ul { padding: 0; list-style: none; }
  nav ul { display: flex; gap: 1rem; margin: 0; padding: 0; list-style: none; }
  h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.25rem 0 0.25rem; }
  footer { margin-top: 2rem; border-top: 1px solid #ccc; font-size: 0.875rem; color: #4a4a4a; }
  @media print { nav { display: none; } .table, .scroll { overflow: visible; } }

  """
