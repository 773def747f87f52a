/** A picture of the office as it stands on paper, which is white in every theme. */
export function Picture({ png, alt }: { png: string; alt: string }) {
  return <img className="office-picture" src={`data:image/png;base64,${png}`} alt={alt} />;
}
