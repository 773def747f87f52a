// Small pictures for the rail. Each stands beside its word, so none of them is read out.
const paths = {
  worklist: "M4 6h2v2H4zm4 0h12v2H8zM4 11h2v2H4zm4 0h12v2H8zM4 16h2v2H4zm4 0h12v2H8z",
  new: "M5 3h10l4 4v14H5zm2 2v14h10V9h-4V5zm4 6h2v2h2v2h-2v2h-2v-2H9v-2h2z",
  systems: "M4 4h16v4H4zm2 1.5v1h3v-1zM4 10h16v4H4zm2 1.5v1h3v-1zM4 16h16v4H4zm2 1.5v1h3v-1z",
  accounting: "M4 3h12l4 4v14H4zm2 2v14h12V8h-3V5zm2 5h8v2H8zm0 4h5v2H8z",
  rules:
    "M5 3h12a2 2 0 0 1 2 2v16H7a2 2 0 0 1-2-2zm2 2v11.200A2 2 0 0 1 7.300 16H17V5zm.5 13a.5.5 0 0 0 0 1H17v-1zM9 7h6v2H9zm0 4h6v2H9z",
  workload: "M4 20V4h2v14h14v2zm4-4v-5h3v5zm4 0V7h3v9zm4 0v-7h3v7z",
  ledger: "M5 3h14v18H5zm2 2v14h10V5zm2 2h6v2H9zm0 4h6v2H9zm0 4h4v2H9z",
  mail: "M3 5h18v14H3zm2 2v.6l7 4.6 7-4.6V7zm0 3v7h14v-7l-7 4.6z",
  settings:
    "M10 3h4l.5 2.4 1.9 1.1 2.3-.8 2 3.5-1.8 1.6v2.4l1.8 1.6-2 3.5-2.3-.8-1.9 1.1L14 21h-4l-.5-2.4-1.9-1.1-2.3.8-2-3.5 1.8-1.6v-2.4L3.300 9.200l2-3.500 2.300.8 1.900-1.100zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  help: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 2a7 7 0 1 0 0 14 7 7 0 0 0 0-14zm-1 10h2v2h-2zm1-8a3 3 0 0 1 1.500 5.600c-.4.3-.5.6-.5 1.400h-2c0-1.700.5-2.500 1.500-3.100A1 1 0 1 0 11 10H9a3 3 0 0 1 3-3z",
  lock: "M7 10V8a5 5 0 0 1 10 0v2h2v11H5V10zm2 0h6V8a3 3 0 0 0-6 0zm-2 2v7h10v-7z",
};

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 24 24" width="20" height="20" fill="currentColor">
      <path fillRule="evenodd" d={paths[name]} />
    </svg>
  );
}
