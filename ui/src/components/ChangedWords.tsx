/** Words that were taken out or put in. The spaces around them belong to both sides and are not marked. */
export function ChangedWords({ as: Mark, text }: { as: "del" | "ins"; text: string }) {
  const words = text.trim();
  if (words === "") return <Mark>{text}</Mark>;
  const at = text.indexOf(words);
  return (
    <>
      {text.slice(0, at)}
      <Mark>{words}</Mark>
      {text.slice(at + words.length)}
    </>
  );
}
