<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutBox</name>
    <message>
        <source>About refman</source>
        <translation>Über refman</translation>
    </message>
    <message>
        <source>refman {version}
From a listing of papers to reviewed references.</source>
        <translation>refman {version}
Von einer Liste von Arbeiten zu geprüften Literaturangaben.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Arbeit</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Extras</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Paste a listing</source>
        <translation>Liste &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a &amp;folder…</source>
        <translation>&amp;Ordner öffnen…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Keep a .bib up to date…</source>
        <translation>Eine .bib-Datei &amp;aktuell halten…</translation>
    </message>
    <message>
        <source>Open another &amp;library…</source>
        <translation>Andere &amp;Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>Been&amp;den</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Save this search…</source>
        <translation>Diese Suche s&amp;peichern…</translation>
    </message>
    <message>
        <source>Edit &amp;many…</source>
        <translation>&amp;Mehrere bearbeiten…</translation>
    </message>
    <message>
        <source>Find and re&amp;place…</source>
        <translation>Suchen und &amp;ersetzen…</translation>
    </message>
    <message>
        <source>Look &amp;up all that need it</source>
        <translation>Alle nachschlagen, die es bra&amp;uchen</translation>
    </message>
    <message>
        <source>Cop&amp;y \cite</source>
        <translation>\cite ko&amp;pieren</translation>
    </message>
    <message>
        <source>&amp;Tag…</source>
        <translation>&amp;Verschlagworten…</translation>
    </message>
    <message>
        <source>Put into a &amp;collection…</source>
        <translation>In eine Samm&amp;lung legen…</translation>
    </message>
    <message>
        <source>Put into the &amp;bin</source>
        <translation>In den Papier&amp;korb legen</translation>
    </message>
    <message>
        <source>Take out of the b&amp;in</source>
        <translation>Aus dem Papierkorb &amp;holen</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>&amp;Annehmen</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>A&amp;blehnen</translation>
    </message>
    <message>
        <source>&amp;Back to review</source>
        <translation>&amp;Zurück zur Durchsicht</translation>
    </message>
    <message>
        <source>Accept all that are &amp;sure…</source>
        <translation>Alle &amp;sicheren annehmen…</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>&amp;Vorige</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>Nä&amp;chste</translation>
    </message>
    <message>
        <source>&amp;Look up</source>
        <translation>&amp;Nachschlagen</translation>
    </message>
    <message>
        <source>Check lin&amp;ks</source>
        <translation>&amp;Links prüfen</translation>
    </message>
    <message>
        <source>&amp;Edit a field</source>
        <translation>&amp;Feld bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Kandidaten</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelltext</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>V&amp;orschau</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>Zusa&amp;mmenführen</translation>
    </message>
    <message>
        <source>Copy as c&amp;itation</source>
        <translation>Als Z&amp;itat kopieren</translation>
    </message>
    <message>
        <source>Copy as Mark&amp;down</source>
        <translation>Als Mark&amp;down kopieren</translation>
    </message>
    <message>
        <source>Copy as Bib&amp;TeX</source>
        <translation>Als Bib&amp;TeX kopieren</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>A&amp;rbeiten</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Import</translation>
    </message>
    <message>
        <source>&amp;Duplicates</source>
        <translation>&amp;Dubletten</translation>
    </message>
    <message>
        <source>&amp;Checks</source>
        <translation>&amp;Prüfungen</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>&amp;Verlauf</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>Au&amp;fträge</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translation>&amp;Nächster Bereich</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translation>V&amp;origer Bereich</translation>
    </message>
    <message>
        <source>&amp;Light or dark</source>
        <translation>&amp;Hell oder dunkel</translation>
    </message>
    <message>
        <source>Find &amp;duplicates</source>
        <translation>&amp;Dubletten suchen</translation>
    </message>
    <message>
        <source>&amp;Check all papers</source>
        <translation>Alle Arbeiten &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;All actions…</source>
        <translation>&amp;Alle Aktionen…</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>A&amp;bout refman</source>
        <translation>Ü&amp;ber refman</translation>
    </message>
</context>
<context>
    <name>BatchView</name>
    <message>
        <source>Change many papers</source>
        <translation>Viele Arbeiten ändern</translation>
    </message>
    <message>
        <source>&amp;Set a field</source>
        <translation>Ein Feld &amp;setzen</translation>
    </message>
    <message>
        <source>Find and re&amp;place</source>
        <translation>Suchen und &amp;ersetzen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Än&amp;dern</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>P&amp;apers</source>
        <translation>&amp;Arbeiten</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>Look at a change</source>
        <translation>Änderung ansehen</translation>
    </message>
    <message>
        <source>This takes too long, and was stopped: find something simpler.</source>
        <translation>Das dauert zu lange und wurde abgebrochen: suchen Sie etwas Einfacheres.</translation>
    </message>
    <message>
        <source>The first {count} changes are shown.</source>
        <translation>Die ersten {count} Änderungen werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) have it already, and keep it as your word.</source>
        <translation>
            <numerusform>%n Arbeit hat es schon und behält es als Ihr Wort.</numerusform>
            <numerusform>%n Arbeiten haben es schon und behalten es als Ihr Wort.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n paper(s) it cannot be done:</source>
        <translation>
            <numerusform>In %n Arbeit geht es nicht:</numerusform>
            <numerusform>In %n Arbeiten geht es nicht:</numerusform>
        </translation>
    </message>
    <message>
        <source>{changed} of {papers} papers change.</source>
        <translation>{changed} von {papers} Arbeiten ändern sich.</translation>
    </message>
    <message>
        <source>Give many papers the tag {name}</source>
        <translation>Vielen Arbeiten das Schlagwort {name} geben</translation>
    </message>
    <message>
        <source>Take the tag {name} from many papers</source>
        <translation>Vielen Arbeiten das Schlagwort {name} nehmen</translation>
    </message>
    <message>
        <source>Put many papers into {name}</source>
        <translation>Viele Arbeiten in {name} legen</translation>
    </message>
    <message>
        <source>Take many papers out of {name}</source>
        <translation>Viele Arbeiten aus {name} nehmen</translation>
    </message>
    <message>
        <source>Put many papers into the bin</source>
        <translation>Viele Arbeiten in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Take many papers out of the bin</source>
        <translation>Viele Arbeiten aus dem Papierkorb holen</translation>
    </message>
</context>
<context>
    <name>ByHand</name>
    <message>
        <source>Title to look up by</source>
        <translation>Titel zum Nachschlagen</translation>
    </message>
    <message>
        <source>Authors to look up by</source>
        <translation>Autoren zum Nachschlagen</translation>
    </message>
    <message>
        <source>Identifier to look up by</source>
        <translation>Kennung zum Nachschlagen</translation>
    </message>
    <message>
        <source>DOI, arXiv, ISBN, or an address</source>
        <translation>DOI, arXiv, ISBN oder eine Adresse</translation>
    </message>
    <message>
        <source>&amp;Look up by this</source>
        <translation>&amp;Damit nachschlagen</translation>
    </message>
    <message>
        <source>&amp;Use this id</source>
        <translation>Diese &amp;Kennung verwenden</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Type a DOI, a number of arXiv or another identifier.</source>
        <translation>Geben Sie eine DOI, eine arXiv-Nummer oder eine andere Kennung ein.</translation>
    </message>
</context>
<context>
    <name>CandidatesPage</name>
    <message>
        <source>Records that it may be</source>
        <translation>Datensätze, die es sein könnten</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Keiner davon</translation>
    </message>
    <message>
        <source>Take the publication</source>
        <translation>Veröffentlichung übernehmen</translation>
    </message>
    <message>
        <source>It stays a preprint</source>
        <translation>Es bleibt ein Preprint</translation>
    </message>
    <message>
        <source>Search by hand…</source>
        <translation>Von Hand suchen…</translation>
    </message>
    <message>
        <source>It was not looked up yet; Ctrl+L looks it up.</source>
        <translation>Noch nicht nachgeschlagen; Strg+L schlägt nach.</translation>
    </message>
    <message>
        <source>taken by itself</source>
        <translation>von selbst übernommen</translation>
    </message>
    <message>
        <source>found, nothing new</source>
        <translation>gefunden, nichts Neues</translation>
    </message>
    <message>
        <source>to choose</source>
        <translation>zu wählen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>not every source could be asked</source>
        <translation>nicht jede Quelle war erreichbar</translation>
    </message>
    <message>
        <source>not asked: {sources}</source>
        <translation>nicht gefragt: {sources}</translation>
    </message>
    <message>
        <source>Looked up {date}: {told}</source>
        <translation>Nachgeschlagen am {date}: {told}</translation>
    </message>
    <message>
        <source>You chose none of these.</source>
        <translation>Sie haben keinen davon gewählt.</translation>
    </message>
    <message>
        <source>You chose {name}.</source>
        <translation>Sie haben {name} gewählt.</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>Paper</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message>
        <source>Only findings with these words</source>
        <translation>Nur Befunde mit diesen Wörtern</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Alle Befunde</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Check &amp;all papers</source>
        <translation>&amp;Alle Arbeiten prüfen</translation>
    </message>
    <message>
        <source>Check what is &amp;shown</source>
        <translation>An&amp;gezeigte prüfen</translation>
    </message>
    <message>
        <source>Put &amp;right what is chosen</source>
        <translation>Ge&amp;wähltes berichtigen</translation>
    </message>
    <message>
        <source>Put right all that &amp;can be</source>
        <translation>Alles &amp;Mögliche berichtigen</translation>
    </message>
    <message>
        <source>Nothing was checked yet.</source>
        <translation>Noch wurde nichts geprüft.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Check papers</source>
        <translation>Arbeiten prüfen</translation>
    </message>
    <message numerus="yes">
        <source>Put right %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit berichtigen</numerusform>
            <numerusform>%n Arbeiten berichtigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfung läuft…</translation>
    </message>
    <message>
        <source>{papers} papers: {errors} errors, {warnings} warnings, {notes} notes</source>
        <translation>Arbeiten: {papers}, Fehler: {errors}, Warnungen: {warnings}, Hinweise: {notes}</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) put right</source>
        <translation>
            <numerusform>%n Befund berichtigt</numerusform>
            <numerusform>%n Befunde berichtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found: all is well.</source>
        <translation>Nichts gefunden: alles in Ordnung.</translation>
    </message>
    <message>
        <source>Stopped; not all papers were checked.</source>
        <translation>Abgebrochen; nicht alle Arbeiten wurden geprüft.</translation>
    </message>
</context>
<context>
    <name>CitationView</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as it is shown</source>
        <translation>So kopieren, wie es gezeigt wird</translation>
    </message>
    <message>
        <source>References</source>
        <translation>Literaturangaben</translation>
    </message>
    <message>
        <source>Citation style</source>
        <translation>Zitierstil</translation>
    </message>
    <message>
        <source>Citation styles</source>
        <translation>Zitierstile</translation>
    </message>
    <message>
        <source>{style} (approximate)</source>
        <translation>{style} (annähernd)</translation>
    </message>
    <message>
        <source>The first {shown} of {papers} are shown.</source>
        <translation>Die ersten {shown} von insgesamt {papers} werden gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>In the text: {mark}</source>
        <translation>Im Text: {mark}</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit kopieren</numerusform>
            <numerusform>%n Arbeiten kopieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was copied: no paper that is chosen has a key</source>
        <translation>Nichts kopiert: keine gewählte Arbeit hat einen Schlüssel</translation>
    </message>
    <message>
        <source>Copied {papers} in {style}</source>
        <translation>{papers} in {style} kopiert</translation>
    </message>
    <message>
        <source>Copied {text}</source>
        <translation>{text} kopiert</translation>
    </message>
    <message>
        <source>Copied {papers} as Markdown</source>
        <translation>{papers} als Markdown kopiert</translation>
    </message>
    <message>
        <source>Copied {papers} as BibTeX</source>
        <translation>{papers} als BibTeX kopiert</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Merged
what there will be</source>
        <translation>Zusammengeführt
was es geben wird</translation>
    </message>
    <message>
        <source>They differ</source>
        <translation>Sie unterscheiden sich</translation>
    </message>
    <message>
        <source>Not all have it</source>
        <translation>Nicht alle haben es</translation>
    </message>
    <message>
        <source>All say the same</source>
        <translation>Alle sagen dasselbe</translation>
    </message>
    <message>
        <source>{key} (stays)</source>
        <translation>{key} (bleibt)</translation>
    </message>
    <message>
        <source>{key} (left out)</source>
        <translation>{key} (ausgelassen)</translation>
    </message>
    <message>
        <source>A click, or K in the column, lets this paper stay with its key; X leaves it out</source>
        <translation>Ein Klick oder K in der Spalte lässt diese Arbeit mit ihrem Schlüssel bestehen; X lässt sie aus</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>taken: {text}</source>
        <translation>übernommen: {text}</translation>
    </message>
    <message>
        <source>chosen: {text}</source>
        <translation>gewählt: {text}</translation>
    </message>
</context>
<context>
    <name>ComparisonPane</name>
    <message>
        <source>&amp;Only what differs</source>
        <translation>Nur &amp;Unterschiede</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>Zusa&amp;mmenführen</translation>
    </message>
    <message>
        <source>&amp;Not duplicates</source>
        <translation>&amp;Keine Dubletten</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>Übers&amp;pringen</translation>
    </message>
    <message>
        <source>Make one of them (M); the others go into the bin</source>
        <translation>Eine daraus machen (M); die anderen kommen in den Papierkorb</translation>
    </message>
    <message>
        <source>Remember that they are different works (N)</source>
        <translation>Merken, dass es verschiedene Werke sind (N)</translation>
    </message>
    <message>
        <source>Go to the next group (S)</source>
        <translation>Zur nächsten Gruppe gehen (S)</translation>
    </message>
    <message>
        <source>Papers side by side</source>
        <translation>Arbeiten nebeneinander</translation>
    </message>
    <message>
        <source>What gives way is kept beside, as {names}.</source>
        <translation>Was weicht, bleibt daneben erhalten, als {names}.</translation>
    </message>
    <message>
        <source>Space takes a value, K lets a paper stay, X leaves one out.</source>
        <translation>Leertaste übernimmt einen Wert, K lässt eine Arbeit bestehen, X lässt eine aus.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Inputs that are being imported</source>
        <translation>Eingaben, die importiert werden</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Gelesen als</translation>
    </message>
    <message>
        <source>What it was read as; choose another to read it again</source>
        <translation>Als was es gelesen wurde; wählen Sie anderes, um es neu zu lesen</translation>
    </message>
    <message>
        <source>Add those perhaps in it too</source>
        <translation>Auch die vielleicht schon vorhandenen hinzufügen</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>Keine Arbeit</translation>
    </message>
    <message>
        <source>A paper</source>
        <translation>Eine Arbeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Ende früher</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Ende später</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>S split before the cursor&apos;s line · J join with the next · X no paper · P a paper · T this is the title · B this is the abstract · Alt+↓ Alt+↑ move the end · Ctrl+Z undo · Ctrl+Return add · Esc discard</source>
        <translation>S vor der Zeile teilen · J mit der nächsten verbinden · X keine Arbeit · P eine Arbeit · T das ist der Titel · B das ist der Abstract · Alt+↓ Alt+↑ das Ende verschieben · Strg+Z rückgängig · Strg+Eingabe hinzufügen · Esc verwerfen</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es) left over</source>
        <translation>
            <numerusform>%n Textstück übrig</numerusform>
            <numerusform>%n Textstücke übrig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n Link</numerusform>
            <numerusform>%n Links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the library</source>
        <translation>
            <numerusform>%n schon in der Bibliothek</numerusform>
            <numerusform>%n schon in der Bibliothek</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps in it</source>
        <translation>
            <numerusform>%n vielleicht darin</numerusform>
            <numerusform>%n vielleicht darin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit hinzufügen</numerusform>
            <numerusform>%n Arbeiten hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all %n inputs: {count}</source>
        <translation>
            <numerusform>Die %n Eingabe hinzufügen: {count}</numerusform>
            <numerusform>Alle %n Eingaben hinzufügen: {count}</numerusform>
        </translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n more paper(s) are added with these</source>
        <translation>
            <numerusform>%n weitere Arbeit wird mit diesen hinzugefügt</numerusform>
            <numerusform>%n weitere Arbeiten werden mit diesen hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning of the text is shown</source>
        <translation>nur der Anfang des Textes wird gezeigt</translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>When it was looked up: {text}</source>
        <translation>Beim Nachschlagen: {text}</translation>
    </message>
    <message>
        <source>Not taken by itself: {why}</source>
        <translation>Nicht von selbst übernommen: {why}</translation>
    </message>
</context>
<context>
    <name>DiffTable</name>
    <message>
        <source>Fields that are the same too</source>
        <translation>Auch gleiche Felder</translation>
    </message>
    <message>
        <source>Take the field back</source>
        <translation>Feld zurücknehmen</translation>
    </message>
    <message>
        <source>Edit the field</source>
        <translation>Feld bearbeiten</translation>
    </message>
    <message>
        <source>Lock the field, or unlock it</source>
        <translation>Feld sperren oder entsperren</translation>
    </message>
    <message>
        <source>What the record would change</source>
        <translation>Was der Datensatz ändern würde</translation>
    </message>
    <message>
        <source>The record says nothing else than the entry.</source>
        <translation>Der Datensatz sagt nichts anderes als der Eintrag.</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>Find in &amp;what is shown</source>
        <translation>In den ge&amp;zeigten suchen</translation>
    </message>
    <message>
        <source>Find in a&amp;ll papers</source>
        <translation>In a&amp;llen Arbeiten suchen</translation>
    </message>
    <message>
        <source>Merge all e&amp;xact ones…</source>
        <translation>Alle &amp;genauen zusammenführen…</translation>
    </message>
    <message>
        <source>&amp;Yes, merge them</source>
        <translation>&amp;Ja, zusammenführen</translation>
    </message>
    <message>
        <source>Nothing was searched yet: find in all papers, or in what is shown.</source>
        <translation>Noch wurde nichts gesucht: suchen Sie in allen Arbeiten oder in den gezeigten.</translation>
    </message>
    <message>
        <source>Groups of duplicates</source>
        <translation>Gruppen von Dubletten</translation>
    </message>
    <message>
        <source>Merge exact duplicates</source>
        <translation>Genaue Dubletten zusammenführen</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>Dubletten suchen</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>Stopped; not all papers were looked at.</source>
        <translation>Abgebrochen; nicht alle Arbeiten wurden angesehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) looked at</source>
        <translation>
            <numerusform>%n Arbeit angesehen</numerusform>
            <numerusform>%n Arbeiten angesehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) alike but in groups apart</source>
        <translation>
            <numerusform>%n Paar ähnlich, aber in getrennten Gruppen</numerusform>
            <numerusform>%n Paare ähnlich, aber in getrennten Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>so many are alike that not each was held against each</source>
        <translation>so viele sind ähnlich, dass nicht jede mit jeder verglichen wurde</translation>
    </message>
    <message>
        <source>All groups are done.</source>
        <translation>Alle Gruppen sind erledigt.</translation>
    </message>
    <message>
        <source>There are no duplicates.</source>
        <translation>Es gibt keine Dubletten.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {count} of them</source>
        <translation>die ersten {count} davon</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) would go into others that surely are the same work</source>
        <translation>
            <numerusform>%n Arbeit würde in einer anderen aufgehen, die sicher dasselbe Werk ist</numerusform>
            <numerusform>%n Arbeiten würden in anderen aufgehen, die sicher dasselbe Werk sind</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}; one undo brings all back.</source>
        <translation>{what}; ein Rückgängig bringt alles zurück.</translation>
    </message>
</context>
<context>
    <name>EditPage</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>F&amp;ield</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>add</source>
        <translation>hinzufügen</translation>
    </message>
    <message>
        <source>take out</source>
        <translation>herausnehmen</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>setzen auf</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>leeren</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing is being imported</source>
        <translation>Es wird nichts importiert</translation>
    </message>
    <message>
        <source>Copy a page that lists papers, an e-mail digest or a reading list, and paste it here. Or drop files or a folder anywhere on this window: text, .html, .md, PDF, .bib, .ris, .json, .xml.</source>
        <translation>Kopieren Sie eine Seite mit Arbeiten, einen E-Mail-Überblick oder eine Leseliste, und fügen Sie sie hier ein. Oder ziehen Sie Dateien oder einen Ordner auf dieses Fenster: Text, .html, .md, PDF, .bib, .ris, .json, .xml.</translation>
    </message>
    <message>
        <source>Paste (Ctrl+V)</source>
        <translation>Einfügen (Strg+V)</translation>
    </message>
    <message>
        <source>Open files… (Ctrl+O)</source>
        <translation>Dateien öffnen… (Strg+O)</translation>
    </message>
    <message>
        <source>Open a folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Paste a listing</source>
        <translation>Liste &amp;einfügen</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>Dateien ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Try the &amp;sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Nothing is found. Take a word away, or press Escape to see all papers.</source>
        <translation>Nichts gefunden. Nehmen Sie ein Wort weg, oder drücken Sie Esc, um alle Arbeiten zu sehen.</translation>
    </message>
    <message>
        <source>There is no paper here yet.

Copy a page that lists papers, a digest or a search result, and paste it (Ctrl+V); or drop a file anywhere on this window. It is shown first; nothing comes in before you say so.</source>
        <translation>Hier ist noch keine Arbeit.

Kopieren Sie eine Seite mit Arbeiten, einen Überblick oder ein Suchergebnis, und fügen Sie sie ein (Strg+V); oder ziehen Sie eine Datei auf dieses Fenster. Alles wird erst gezeigt; nichts kommt hinein, bevor Sie es sagen.</translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message>
        <source>needs review</source>
        <translation>durchzusehen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>State of the review</source>
        <translation>Stand der Durchsicht</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum sie wartet</translation>
    </message>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>in the bin since {date}</source>
        <translation>im Papierkorb seit {date}</translation>
    </message>
    <message>
        <source>the same as {key}</source>
        <translation>dasselbe wie {key}</translation>
    </message>
    <message>
        <source>a version of {key}</source>
        <translation>eine Fassung von {key}</translation>
    </message>
    <message>
        <source>maybe the same as {key}</source>
        <translation>vielleicht dasselbe wie {key}</translation>
    </message>
    <message>
        <source>in the bin</source>
        <translation>im Papierkorb</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) not applied</source>
        <translation>
            <numerusform>%n Wert nicht übernommen</numerusform>
            <numerusform>%n Werte nicht übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message>
        <source>Pages of the paper</source>
        <translation>Seiten der Arbeit</translation>
    </message>
    <message>
        <source>Abstract, tags, collections, notes, files</source>
        <translation>Abstract, Schlagwörter, Sammlungen, Notizen, Dateien</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>What look-ups found</source>
        <translation>Was beim Nachschlagen gefunden wurde</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Where its values come from</source>
        <translation>Woher ihre Werte stammen</translation>
    </message>
    <message>
        <source>Choose a paper to see its fields, links and abstract here.</source>
        <translation>Wählen Sie eine Arbeit, um hier ihre Felder, Links und ihren Abstract zu sehen.</translation>
    </message>
    <message>
        <source>{papers} are chosen.

Accept them with Ctrl+Return, reject them with Ctrl+Backspace.
Tag them with Ctrl+T, edit them with Ctrl+B.
Merge them with Ctrl+M, look them up with Ctrl+L.
Export them with Ctrl+Shift+E, preview them with Ctrl+Shift+P.</source>
        <translation>{papers} gewählt.

Annehmen mit Strg+Eingabe, ablehnen mit Strg+Rücktaste.
Verschlagworten mit Strg+T, bearbeiten mit Strg+B.
Zusammenführen mit Strg+M, nachschlagen mit Strg+L.
Exportieren mit Strg+Umschalt+E, Vorschau mit Strg+Umschalt+P.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Which papers</source>
        <translation>Welche Arbeiten</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>For which program</source>
        <translation>Für welches Programm</translation>
    </message>
    <message>
        <source>Links in the &amp;file field too</source>
        <translation>Links auch im Feld „&amp;file“</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>&amp;Replace the file that is there (a backup is kept)</source>
        <translation>Vorhandene Datei e&amp;rsetzen (eine Sicherung bleibt)</translation>
    </message>
    <message>
        <source>&amp;Keep this file up to date</source>
        <translation>Diese Datei a&amp;ktuell halten</translation>
    </message>
    <message>
        <source>How the file begins</source>
        <translation>Wie die Datei beginnt</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>A&amp;rbeiten</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>F&amp;or</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>Date&amp;i</translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>Die %n gewählte</numerusform>
            <numerusform>Die %n gewählten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n shown</source>
        <translation>
            <numerusform>Die %n angezeigte</numerusform>
            <numerusform>Alle %n angezeigten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n accepted</source>
        <translation>
            <numerusform>Die %n angenommene</numerusform>
            <numerusform>Alle %n angenommenen</numerusform>
        </translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Arbeiten</translation>
    </message>
    <message>
        <source>The one chosen</source>
        <translation>Die gewählte</translation>
    </message>
    <message>
        <source>LaTeX</source>
        <translation>LaTeX</translation>
    </message>
    <message>
        <source>Zotero</source>
        <translation>Zotero</translation>
    </message>
    <message>
        <source>Pandoc</source>
        <translation>Pandoc</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Look at an export</source>
        <translation>Export ansehen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no such paper.</source>
        <translation>Es gibt keine solche Arbeit.</translation>
    </message>
    <message>
        <source>Of these first papers the file will not hold:</source>
        <translation>Von diesen ersten Arbeiten wird die Datei nicht enthalten:</translation>
    </message>
    <message>
        <source>The file will hold all that these papers have.</source>
        <translation>Die Datei wird alles enthalten, was diese Arbeiten haben.</translation>
    </message>
    <message>
        <source>Export to {name}</source>
        <translation>Export nach {name}</translation>
    </message>
    <message>
        <source>{name}: {papers} papers, {links} links</source>
        <translation>{name}: Arbeiten: {papers}, Links: {links}</translation>
    </message>
    <message>
        <source>What was there before is kept as {name}</source>
        <translation>Was vorher da war, bleibt als {name} erhalten</translation>
    </message>
    <message>
        <source>Chosen papers cannot be kept up to date: search for them instead.</source>
        <translation>Gewählte Arbeiten lassen sich nicht aktuell halten: suchen Sie stattdessen nach ihnen.</translation>
    </message>
    <message>
        <source>It is kept up to date from now on.</source>
        <translation>Sie wird von jetzt an aktuell gehalten.</translation>
    </message>
</context>
<context>
    <name>FieldDelegate</name>
    <message>
        <source>Enter applies, Escape takes back.</source>
        <translation>Eingabe übernimmt, Esc nimmt zurück.</translation>
    </message>
    <message>
        <source>One name a line: Family, Given; a body in {braces}. Shift+Enter begins a line. Enter applies, Escape takes back.</source>
        <translation>Ein Name je Zeile: Nachname, Vorname; eine Körperschaft in {braces}. Umschalt+Eingabe beginnt eine Zeile. Eingabe übernimmt, Esc nimmt zurück.</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s).</source>
        <translation>
            <numerusform>%n Name.</numerusform>
            <numerusform>%n Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{about}, as {example}.</source>
        <translation>{about}, wie {example}.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Short title</source>
        <translation>Kurztitel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Editors</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Translators</source>
        <translation>Übersetzer</translation>
    </message>
    <message>
        <source>Series editors</source>
        <translation>Reihenherausgeber</translation>
    </message>
    <message>
        <source>Contributors</source>
        <translation>Mitwirkende</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>First published</source>
        <translation>Zuerst erschienen</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>Abgerufen</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>In, abbreviated</source>
        <translation>In, abgekürzt</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Number in series</source>
        <translation>Nummer in der Reihe</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>Konferenz</translation>
    </message>
    <message>
        <source>Conference place</source>
        <translation>Konferenzort</translation>
    </message>
    <message>
        <source>Conference date</source>
        <translation>Konferenzdatum</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Verlag</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>Heft</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Page count</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>Volume count</source>
        <translation>Zahl der Bände</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Auflage</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>ISSN</source>
        <translation>ISSN</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Place in archive</source>
        <translation>Ort im Archiv</translation>
    </message>
    <message>
        <source>Shelf mark</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>OpenReview</source>
        <translation>OpenReview</translation>
    </message>
    <message>
        <source>ISBN</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>PubMed</source>
        <translation>PubMed</translation>
    </message>
    <message>
        <source>DBLP</source>
        <translation>DBLP</translation>
    </message>
    <message>
        <source>Semantic Scholar</source>
        <translation>Semantic Scholar</translation>
    </message>
    <message>
        <source>OpenAlex</source>
        <translation>OpenAlex</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>FieldsModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>your own word: no look-up changes it</source>
        <translation>Ihr eigenes Wort: kein Nachschlagen ändert es</translation>
    </message>
    <message>
        <source>not locked: a look-up may change it</source>
        <translation>nicht gesperrt: Nachschlagen darf es ändern</translation>
    </message>
    <message>
        <source>not applied yet</source>
        <translation>noch nicht übernommen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>FieldsPage</name>
    <message>
        <source>Show &amp;all fields</source>
        <translation>&amp;Alle Felder zeigen</translation>
    </message>
    <message>
        <source>Fields of the paper</source>
        <translation>Felder der Arbeit</translation>
    </message>
    <message>
        <source>The value is too long to be edited here.</source>
        <translation>Der Wert ist zu lang, um hier bearbeitet zu werden.</translation>
    </message>
    <message>
        <source>Not applied yet: F2 goes on, then Enter applies, Escape takes back.</source>
        <translation>Noch nicht übernommen: F2 macht weiter, dann übernimmt Eingabe, und Esc nimmt zurück.</translation>
    </message>
</context>
<context>
    <name>FilesRow</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Take the file out of the paper</source>
        <translation>Datei aus der Arbeit nehmen</translation>
    </message>
    <message>
        <source>Files of the paper</source>
        <translation>Dateien der Arbeit</translation>
    </message>
    <message>
        <source>{name} is not opened: it is not there, or no document.</source>
        <translation>{name} wird nicht geöffnet: nicht vorhanden oder kein Dokument.</translation>
    </message>
    <message>
        <source>No program opens it.</source>
        <translation>Kein Programm öffnet sie.</translation>
    </message>
</context>
<context>
    <name>FindingsModel</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Can be put right</source>
        <translation>Lässt sich berichtigen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message>
        <source>(no title)</source>
        <translation>(ohne Titel)</translation>
    </message>
    <message>
        <source>one work</source>
        <translation>ein Werk</translation>
    </message>
    <message>
        <source>preprint and publication</source>
        <translation>Preprint und Veröffentlichung</translation>
    </message>
    <message>
        <source>perhaps one work</source>
        <translation>vielleicht ein Werk</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>Numbers of the papers</source>
        <translation>Nummern der Arbeiten</translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message>
        <source>pasted text</source>
        <translation>eingefügter Text</translation>
    </message>
    <message numerus="yes">
        <source>Add %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit hinzufügen</numerusform>
            <numerusform>%n Arbeiten hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n input(s)</source>
        <translation>
            <numerusform>%n Eingabe lesen</numerusform>
            <numerusform>%n Eingaben lesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with the library</source>
        <translation>Mit der Bibliothek vergleichen</translation>
    </message>
    <message>
        <source>No paper was found in it. Put the cursor on a title and press T, or discard it by Escape.</source>
        <translation>Darin wurde keine Arbeit gefunden. Setzen Sie die Schreibmarke auf einen Titel und drücken Sie T, oder verwerfen Sie es mit Esc.</translation>
    </message>
    <message>
        <source>A page cannot be fetched yet: open {address} in a browser, copy all of it and paste it here.</source>
        <translation>Seiten werden noch nicht geholt: öffnen Sie {address} im Browser, kopieren Sie alles und fügen Sie es hier ein.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) added.</source>
        <translation>
            <numerusform>%n Arbeit hinzugefügt.</numerusform>
            <numerusform>%n Arbeiten hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added: the library has it all.</source>
        <translation>Nichts hinzugefügt: die Bibliothek hat schon alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were there already.</source>
        <translation>
            <numerusform>%n Arbeit war schon da.</numerusform>
            <numerusform>%n Arbeiten waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) may be there already, and were left out.</source>
        <translation>
            <numerusform>%n Arbeit ist vielleicht schon da und wurde ausgelassen.</numerusform>
            <numerusform>%n Arbeiten sind vielleicht schon da und wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It failed: {why}</source>
        <translation>Fehlgeschlagen: {why}</translation>
    </message>
    <message>
        <source>What is read cannot be kept in {folder}: {why}. Make room there.</source>
        <translation>Was gelesen wird, lässt sich in {folder} nicht aufbewahren: {why}. Schaffen Sie dort Platz.</translation>
    </message>
</context>
<context>
    <name>IntakeView</name>
    <message>
        <source>The clipboard holds no text: copy a page that lists papers first.</source>
        <translation>Die Zwischenablage enthält keinen Text: kopieren Sie zuerst eine Seite mit Arbeiten.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>There is no text in it: copy a page that lists papers first.</source>
        <translation>Darin ist kein Text: kopieren Sie zuerst eine Seite mit Arbeiten.</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>Rückgängig gemacht: {name}</translation>
    </message>
    <message>
        <source>Redone: {name}</source>
        <translation>Wiederholt: {name}</translation>
    </message>
    <message>
        <source>There is nothing more to undo or redo in this import.</source>
        <translation>In diesem Import gibt es nichts mehr rückgängig zu machen oder zu wiederholen.</translation>
    </message>
    <message>
        <source>{name} is discarded.</source>
        <translation>{name} ist verworfen.</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Das zurücknehmen</translation>
    </message>
    <message>
        <source>Other steps came after it: undo them in the history first.</source>
        <translation>Danach kamen andere Schritte: machen Sie zuerst diese im Verlauf rückgängig.</translation>
    </message>
</context>
<context>
    <name>Job</name>
    <message>
        <source>it gave an answer that is too large</source>
        <translation>er gab eine zu große Antwort</translation>
    </message>
    <message>
        <source>it stopped unexpectedly; try it again</source>
        <translation>er endete unerwartet; versuchen Sie es noch einmal</translation>
    </message>
</context>
<context>
    <name>JobsIndicator</name>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n Auftrag fehlgeschlagen</numerusform>
            <numerusform>%n Aufträge fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n Auftrag</numerusform>
            <numerusform>%n Aufträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsModel</name>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>Was er meldet</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an…</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>JobsView</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Clear the ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Nothing goes on. What takes longer is shown here while it runs.</source>
        <translation>Nichts läuft. Was länger dauert, wird hier gezeigt, während es läuft.</translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message>
        <source>Files that are kept up to date</source>
        <translation>Dateien, die aktuell gehalten werden</translation>
    </message>
    <message>
        <source>Bring files up to date</source>
        <translation>Dateien aktualisieren</translation>
    </message>
    <message>
        <source>{name} is up to date</source>
        <translation>{name} ist aktuell</translation>
    </message>
    <message>
        <source>{name} was changed by another program; see Export</source>
        <translation>{name} wurde von einem anderen Programm geändert; siehe Exportieren</translation>
    </message>
    <message>
        <source>&amp;Write over</source>
        <translation>Ü&amp;berschreiben</translation>
    </message>
    <message>
        <source>&amp;Leave as it is</source>
        <translation>So &amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>A&amp;ufhören</translation>
    </message>
    <message>
        <source>Keep {name} up to date no longer</source>
        <translation>{name} nicht länger aktuell halten</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>changed by another program, not written</source>
        <translation>von einem anderen Programm geändert, nicht geschrieben</translation>
    </message>
    <message>
        <source>not yet written</source>
        <translation>noch nicht geschrieben</translation>
    </message>
</context>
<context>
    <name>LineField</name>
    <message>
        <source>Not applied yet: Enter applies, Escape takes back.</source>
        <translation>Noch nicht übernommen: Eingabe übernimmt, Esc nimmt zurück.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>promised</source>
        <translation>versprochen</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>moved to {host}</source>
        <translation>umgezogen nach {host}</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>live</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>umgezogen</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>leads to {url}</source>
        <translation>führt zu {url}</translation>
    </message>
    <message>
        <source>{state}, asked on {date}</source>
        <translation>{state}, gefragt am {date}</translation>
    </message>
    <message>
        <source>★ {count}</source>
        <translation>★ {count}</translation>
    </message>
    <message>
        <source>promised: it is to come</source>
        <translation>versprochen: soll noch kommen</translation>
    </message>
    <message>
        <source>written as {raw}</source>
        <translation>geschrieben als {raw}</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Links of the paper</source>
        <translation>Links der Arbeit</translation>
    </message>
    <message>
        <source>About the chosen link</source>
        <translation>Über den gewählten Link</translation>
    </message>
    <message>
        <source>Choose a link to see all of its address.</source>
        <translation>Wählen Sie einen Link, um seine ganze Adresse zu sehen.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Take the new address</source>
        <translation>Neue Adresse übernehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add an address: https://…</source>
        <translation>Adresse hinzufügen: https://…</translation>
    </message>
    <message>
        <source>Address of a link to add</source>
        <translation>Adresse eines neuen Links</translation>
    </message>
    <message>
        <source>This address is not opened: only http and https are.</source>
        <translation>Diese Adresse wird nicht geöffnet: nur http und https.</translation>
    </message>
    <message>
        <source>Opened: {host}</source>
        <translation>Geöffnet: {host}</translation>
    </message>
    <message>
        <source>No program opens it; copy the address instead.</source>
        <translation>Kein Programm öffnet sie; kopieren Sie stattdessen die Adresse.</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>Die Adresse ist kopiert.</translation>
    </message>
</context>
<context>
    <name>Listener</name>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s): see Import</source>
        <translation>
            <numerusform>%n neue Datei: siehe Import</numerusform>
            <numerusform>%n neue Dateien: siehe Import</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LongText</name>
    <message>
        <source>Not applied yet.</source>
        <translation>Noch nicht übernommen.</translation>
    </message>
    <message>
        <source>This text is too long to be edited here.</source>
        <translation>Dieser Text ist zu lang, um hier bearbeitet zu werden.</translation>
    </message>
    <message>
        <source>Ctrl+Enter applies, Escape takes back.</source>
        <translation>Strg+Eingabe übernimmt, Esc nimmt zurück.</translation>
    </message>
    <message>
        <source>{url}
Ctrl+click opens it</source>
        <translation>{url}
Strg+Klick öffnet sie</translation>
    </message>
    <message>
        <source>Opened: {host}</source>
        <translation>Geöffnet: {host}</translation>
    </message>
</context>
<context>
    <name>LookupsView</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>durchzusehen</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>alive</source>
        <translation>erreichbar</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>umgezogen</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message numerus="yes">
        <source>Look up %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit nachschlagen</numerusform>
            <numerusform>%n Arbeiten nachschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Look up all that need it</source>
        <translation>Alle nachschlagen, die es brauchen</translation>
    </message>
    <message>
        <source>Search by hand</source>
        <translation>Von Hand suchen</translation>
    </message>
    <message numerus="yes">
        <source>Check the links of %n paper(s)</source>
        <translation>
            <numerusform>Links von %n Arbeit prüfen</numerusform>
            <numerusform>Links von %n Arbeiten prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>{title}: started</source>
        <translation>{title}: begonnen</translation>
    </message>
    <message>
        <source>Accept all that are sure</source>
        <translation>Alle sicheren annehmen</translation>
    </message>
    <message>
        <source>Nothing was to be done</source>
        <translation>Es war nichts zu tun</translation>
    </message>
    <message>
        <source>Looked up: {counts}</source>
        <translation>Nachgeschlagen: {counts}</translation>
    </message>
    <message>
        <source>No paper needs to be looked up</source>
        <translation>Keine Arbeit muss nachgeschlagen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) changed</source>
        <translation>
            <numerusform>%n Arbeit geändert</numerusform>
            <numerusform>%n Arbeiten geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait for your choice</source>
        <translation>
            <numerusform>%n Arbeit wartet auf Ihre Wahl</numerusform>
            <numerusform>%n Arbeiten warten auf Ihre Wahl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked</source>
        <translation>
            <numerusform>%n nicht gefragt</numerusform>
            <numerusform>%n nicht gefragt</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no links to check</source>
        <translation>Es gibt keine Links zu prüfen</translation>
    </message>
    <message>
        <source>Links checked: {counts}</source>
        <translation>Links geprüft: {counts}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Parts of the window</source>
        <translation>Teile des Fensters</translation>
    </message>
    <message>
        <source>refman</source>
        <translation>refman</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Arbeiten</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>(the beginning)</source>
        <translation>(der Anfang)</translation>
    </message>
    <message>
        <source>Steps that can be undone</source>
        <translation>Schritte, die sich rückgängig machen lassen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Start refman with --library FILE to open another library</source>
        <translation>Starten Sie refman mit --library DATEI, um eine andere Bibliothek zu öffnen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Docks</source>
        <translation>Andockbereiche</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Tag papers</source>
        <translation>Arbeiten verschlagworten</translation>
    </message>
    <message>
        <source>Put into a collection</source>
        <translation>In eine Sammlung legen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>lamps</source>
        <translation>Lampen</translation>
    </message>
    <message>
        <source>To read/World models</source>
        <translation>Zu lesen/Weltmodelle</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Put in</source>
        <translation>&amp;Hineinlegen</translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>&amp;Wegnehmen</translation>
    </message>
    <message>
        <source>&amp;Take out</source>
        <translation>Heraus&amp;nehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pape&amp;rs</source>
        <translation>A&amp;rbeiten</translation>
    </message>
    <message>
        <source>Ta&amp;g</source>
        <translation>Schla&amp;gwort</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>Sa&amp;mmlung</translation>
    </message>
    <message>
        <source>One at a time, without commas and semicolons.</source>
        <translation>Eines auf einmal, ohne Komma und Semikolon.</translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Take this name</source>
        <translation>Diesen Namen übernehmen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Nicht ändern</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OriginPage</name>
    <message>
        <source>Show in the &amp;listing</source>
        <translation>In der &amp;Liste zeigen</translation>
    </message>
    <message>
        <source>Where each value comes from</source>
        <translation>Woher jeder Wert stammt</translation>
    </message>
    <message>
        <source>The listing that the paper was read from</source>
        <translation>Die Liste, aus der die Arbeit gelesen wurde</translation>
    </message>
    <message>
        <source>Added {date}</source>
        <translation>Hinzugefügt am {date}</translation>
    </message>
    <message>
        <source>changed {date}</source>
        <translation>geändert am {date}</translation>
    </message>
    <message>
        <source>not read from a listing</source>
        <translation>nicht aus einer Liste gelesen</translation>
    </message>
    <message>
        <source>nothing is known of whose word its values are</source>
        <translation>es ist nicht bekannt, wessen Angabe ihre Werte sind</translation>
    </message>
    <message>
        <source>The listing&apos;s text is not kept in the library.</source>
        <translation>Der Text der Liste wird nicht in der Bibliothek aufbewahrt.</translation>
    </message>
    <message>
        <source>{name} ({kind}), line {line}, read {date}</source>
        <translation>{name} ({kind}), Zeile {line}, gelesen am {date}</translation>
    </message>
</context>
<context>
    <name>PaletteView</name>
    <message>
        <source>All actions</source>
        <translation>Alle Aktionen</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>No paper</source>
        <translation>Keine Arbeit</translation>
    </message>
    <message>
        <source>A paper</source>
        <translation>Eine Arbeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Move the end</source>
        <translation>Ende verschieben</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Durchzusehen</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Wait for a choice</source>
        <translation>Warten auf eine Wahl</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>Alle Arbeiten</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Hat</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>First author</source>
        <translation>Erstautor</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>Mehr…</translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message>
        <source>is shown</source>
        <translation>wird gezeigt</translation>
    </message>
    <message>
        <source>in the search</source>
        <translation>in der Suche</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueTree</name>
    <message>
        <source>Queue, collections, tags, saved searches</source>
        <translation>Warteschlange, Sammlungen, Schlagwörter, gespeicherte Suchen</translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message>
        <source>New collection</source>
        <translation>Neue Sammlung</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
    </message>
    <message>
        <source>Nothing is searched for: type a search first</source>
        <translation>Es wird nach nichts gesucht: geben Sie zuerst eine Suche ein</translation>
    </message>
    <message>
        <source>Name of this search (one word): {query}</source>
        <translation>Name dieser Suche (ein Wort): {query}</translation>
    </message>
    <message>
        <source>Name of the new collection:</source>
        <translation>Name der neuen Sammlung:</translation>
    </message>
    <message>
        <source>Name of the new collection in {outer}:</source>
        <translation>Name der neuen Sammlung in {outer}:</translation>
    </message>
    <message>
        <source>Another name for {name}:</source>
        <translation>Anderer Name für {name}:</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n paper(s)</source>
        <translation>
            <numerusform>{name}: %n Arbeit</numerusform>
            <numerusform>{name}: %n Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total} reviewed</source>
        <translation>{done} von {total} durchgesehen</translation>
    </message>
    <message>
        <source>Show its papers</source>
        <translation>Ihre Arbeiten zeigen</translation>
    </message>
    <message>
        <source>Add to the search, or take out</source>
        <translation>Zur Suche nehmen oder herausnehmen</translation>
    </message>
    <message>
        <source>Leave its papers out</source>
        <translation>Ihre Arbeiten auslassen</translation>
    </message>
    <message numerus="yes">
        <source>Put %n chosen paper(s) in</source>
        <translation>
            <numerusform>%n gewählte Arbeit hineinlegen</numerusform>
            <numerusform>%n gewählte Arbeiten hineinlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n chosen paper(s) out</source>
        <translation>
            <numerusform>%n gewählte Arbeit herausnehmen</numerusform>
            <numerusform>%n gewählte Arbeiten herausnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>Neue Sammlung…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ReplacePage</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>In which field</source>
        <translation>In welchem Feld</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>Alle Texte</translation>
    </message>
    <message>
        <source>&amp;Regular expression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Heed capitals</source>
        <translation>&amp;Großschreibung beachten</translation>
    </message>
    <message>
        <source>&amp;Whole words</source>
        <translation>Ganze &amp;Wörter</translation>
    </message>
    <message>
        <source>As Python reads it; \1 is what the first group found</source>
        <translation>Wie Python ihn liest; \1 ist, was die erste Gruppe gefunden hat</translation>
    </message>
    <message>
        <source>F&amp;ind</source>
        <translation>Su&amp;chen</translation>
    </message>
    <message>
        <source>Replace &amp;by</source>
        <translation>Ersetzen d&amp;urch</translation>
    </message>
    <message>
        <source>In fie&amp;ld</source>
        <translation>In Fe&amp;ld</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>needs review</source>
        <translation>durchzusehen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Erschienen in</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message>
        <source>Search: words, author:ada, year:2024.., has:code, -no:doi</source>
        <translation>Suche: Wörter, author:ada, year:2024.., has:code, -no:doi</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Arbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Review %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit durchsehen</numerusform>
            <numerusform>%n Arbeiten durchsehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>{count}, found as pieces of words</source>
        <translation>{count}, als Wortteile gefunden</translation>
    </message>
    <message>
        <source>Of {count} chosen papers the first {most} are taken</source>
        <translation>Von {count} gewählten Arbeiten werden die ersten {most} genommen</translation>
    </message>
</context>
<context>
    <name>SegmentsModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>a new paper</source>
        <translation>eine neue Arbeit</translation>
    </message>
    <message>
        <source>a paper, cut by you</source>
        <translation>eine Arbeit, von Ihnen abgeteilt</translation>
    </message>
    <message>
        <source>a paper, but look at how it was cut</source>
        <translation>eine Arbeit, aber sehen Sie nach, wie sie abgeteilt ist</translation>
    </message>
    <message>
        <source>in the library already</source>
        <translation>schon in der Bibliothek</translation>
    </message>
    <message>
        <source>perhaps in the library already</source>
        <translation>vielleicht schon in der Bibliothek</translation>
    </message>
    <message>
        <source>left over: no paper</source>
        <translation>übrig: keine Arbeit</translation>
    </message>
    <message>
        <source>left over: a reference with a fault</source>
        <translation>übrig: eine fehlerhafte Angabe</translation>
    </message>
    <message>
        <source>taken out by you</source>
        <translation>von Ihnen herausgenommen</translation>
    </message>
    <message>
        <source>{why} as {key}</source>
        <translation>{why} als {key}</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undone: {name}</source>
        <translation>Rückgängig gemacht: {name}</translation>
    </message>
    <message>
        <source>Redone: {name}</source>
        <translation>Wiederholt: {name}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>how a key is made of an entry&apos;s parts, e.g. {auth}{year}{word}</source>
        <translation>wie ein Schlüssel aus den Teilen eines Eintrags gemacht wird, z. B. {auth}{year}{word}</translation>
    </message>
    <message>
        <source>Limit mb</source>
        <translation>Grenze in MB</translation>
    </message>
    <message>
        <source>the largest input that is read, in MiB</source>
        <translation>die größte Eingabe, die gelesen wird, in MiB</translation>
    </message>
    <message>
        <source>Pdf seconds</source>
        <translation>Sekunden je PDF</translation>
    </message>
    <message>
        <source>how long reading one PDF may take, in seconds</source>
        <translation>wie lange das Lesen eines PDFs dauern darf, in Sekunden</translation>
    </message>
    <message>
        <source>Pdf memory mb</source>
        <translation>Speicher je PDF in MB</translation>
    </message>
    <message>
        <source>how much memory reading a PDF may take, in MiB</source>
        <translation>wie viel Speicher das Lesen eines PDFs belegen darf, in MiB</translation>
    </message>
    <message>
        <source>Protected words</source>
        <translation>Geschützte Wörter</translation>
    </message>
    <message>
        <source>words in titles whose capitals no style may change, e.g. Bayes</source>
        <translation>Wörter in Titeln, deren Großschreibung kein Stil ändern darf, z. B. Bayes</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>the library&apos;s file; one of the user&apos;s data folder where none is set</source>
        <translation>die Datei der Bibliothek; eine im Datenordner des Benutzers, wo keine gesetzt ist</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>whether the window puts in what a look-up is sure of; else all of it waits for your choice</source>
        <translation>ob das Fenster einträgt, was beim Nachschlagen sicher ist; sonst wartet alles auf Ihre Wahl</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>an e-mail address that services can write to; some are faster for it</source>
        <translation>eine E-Mail-Adresse, an die Dienste schreiben können; manche sind dafür schneller</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>whether to answer from the cache only and ask no service</source>
        <translation>ob nur aus dem Zwischenspeicher geantwortet und kein Dienst gefragt wird</translation>
    </message>
    <message>
        <source>Cache days</source>
        <translation>Tage im Zwischenspeicher</translation>
    </message>
    <message>
        <source>how old a kept answer may be, in days</source>
        <translation>wie alt eine aufbewahrte Antwort sein darf, in Tagen</translation>
    </message>
    <message>
        <source>Connect seconds</source>
        <translation>Sekunden zum Verbinden</translation>
    </message>
    <message>
        <source>how long connecting may take, in seconds</source>
        <translation>wie lange das Verbinden dauern darf, in Sekunden</translation>
    </message>
    <message>
        <source>Read seconds</source>
        <translation>Sekunden zum Lesen</translation>
    </message>
    <message>
        <source>how long a service may stay silent, in seconds</source>
        <translation>wie lange ein Dienst schweigen darf, in Sekunden</translation>
    </message>
    <message>
        <source>Answer seconds</source>
        <translation>Sekunden je Antwort</translation>
    </message>
    <message>
        <source>how long a whole answer may take, in seconds</source>
        <translation>wie lange eine ganze Antwort dauern darf, in Sekunden</translation>
    </message>
    <message>
        <source>the largest answer that is taken, in MiB</source>
        <translation>die größte Antwort, die angenommen wird, in MiB</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>how often to ask again where no answer came</source>
        <translation>wie oft noch einmal gefragt wird, wo keine Antwort kam</translation>
    </message>
    <message>
        <source>Longest wait seconds</source>
        <translation>Längste Wartezeit in Sekunden</translation>
    </message>
    <message>
        <source>how long to wait for a service that asks for it, in seconds; for one that wants more, the run goes on without it</source>
        <translation>wie lange auf einen Dienst gewartet wird, der darum bittet, in Sekunden; will einer mehr, geht es ohne ihn weiter</translation>
    </message>
    <message>
        <source>Allowed hosts</source>
        <translation>Erlaubte Hosts</translation>
    </message>
    <message>
        <source>hosts (or host:port) that may be asked though they lie in a private network; those of the sources&apos; addresses may anyway</source>
        <translation>Hosts (oder host:port), die gefragt werden dürfen, obwohl sie in einem privaten Netz liegen; die der Quellenadressen dürfen es ohnehin</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>light, dark, or as the system has it</source>
        <translation>hell, dunkel oder wie im System</translation>
    </message>
    <message>
        <source>system</source>
        <translation>wie im System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>Font points</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>the size of texts, in points; 0 for the system&apos;s</source>
        <translation>die Größe der Texte, in Punkt; 0 für die des Systems</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>the window&apos;s language: en, de; the system&apos;s where none is set</source>
        <translation>die Sprache des Fensters: en, de; die des Systems, wo keine gesetzt ist</translation>
    </message>
    <message>
        <source>Watched folder</source>
        <translation>Beobachteter Ordner</translation>
    </message>
    <message>
        <source>a folder whose new files are read into the import, by their full path</source>
        <translation>ein Ordner, dessen neue Dateien in den Import gelesen werden, mit vollem Pfad</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>keys of actions that are not those of the table, by the action&apos;s id</source>
        <translation>Tasten von Aktionen, die nicht die der Tabelle sind, nach der Kennung der Aktion</translation>
    </message>
    <message>
        <source>Base url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>where the service is asked: at its own address, or at a mirror&apos;s</source>
        <translation>wo der Dienst gefragt wird: an seiner eigenen Adresse oder an der eines Spiegels</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>the key that the service gave to you; never shown</source>
        <translation>der Schlüssel, den der Dienst Ihnen gegeben hat; wird nie gezeigt</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>how many requests a second it is sent</source>
        <translation>wie viele Anfragen je Sekunde er bekommt</translation>
    </message>
    <message>
        <source>Concurrency</source>
        <translation>Gleichzeitigkeit</translation>
    </message>
    <message>
        <source>how many requests it is sent at the same time</source>
        <translation>wie viele Anfragen er gleichzeitig bekommt</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Citekeys</source>
        <translation>Zitierschlüssel</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Looking up</source>
        <translation>Nachschlagen</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Quelle: {name}</translation>
    </message>
</context>
<context>
    <name>ShortcutsView</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search for an action or a key</source>
        <translation>Nach einer Aktion oder Taste suchen</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>&amp;Set</source>
        <translation>&amp;Setzen</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>&amp;Keine Taste</translation>
    </message>
    <message>
        <source>As it &amp;was</source>
        <translation>Wie es &amp;war</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Aktionen und ihre Tasten</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>{key} (in the table)</source>
        <translation>{key} (in der Tabelle)</translation>
    </message>
    <message>
        <source>Press the new keys in the field below first.</source>
        <translation>Drücken Sie zuerst die neuen Tasten im Feld darunter.</translation>
    </message>
    <message>
        <source>{key} is taken by “{action}”; choose other keys, or take them from it.</source>
        <translation>{key} gehört schon zu „{action}“; wählen Sie andere Tasten, oder nehmen Sie sie dort weg.</translation>
    </message>
</context>
<context>
    <name>SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
</context>
<context>
    <name>SourceText</name>
    <message>
        <source>Source text</source>
        <translation>Quelltext</translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message>
        <source>Format of the source</source>
        <translation>Format des Quelltexts</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Change the paper so (Ctrl+Return)</source>
        <translation>Die Arbeit so ändern (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Put the text back to what it was</source>
        <translation>Den Text zurücksetzen</translation>
    </message>
    <message>
        <source>This source is too long to be edited here.</source>
        <translation>Dieser Quelltext ist zu lang, um hier bearbeitet zu werden.</translation>
    </message>
    <message>
        <source>This changes nothing in the paper.</source>
        <translation>Das ändert nichts an der Arbeit.</translation>
    </message>
    <message>
        <source>line {line}: {why}</source>
        <translation>Zeile {line}: {why}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>{fields}: {deed}.</source>
        <translation>{fields}: {deed}.</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>taken out</source>
        <translation>herausgenommen</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Noch nicht übernommen</translation>
    </message>
</context>
<context>
    <name>SourcesModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>SureDialog</name>
    <message>
        <source>Accept all that are sure</source>
        <translation>Alle sicheren annehmen</translation>
    </message>
    <message>
        <source>Least score of the best record</source>
        <translation>Kleinste Wertung des besten Datensatzes</translation>
    </message>
    <message>
        <source>Least lead over the second</source>
        <translation>Kleinster Vorsprung vor dem zweiten</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Of the papers that are shown, those that wait for a choice get their best record and are accepted, where it is sure enough. One undo takes all of it back.</source>
        <translation>Von den angezeigten Arbeiten erhalten jene, die auf eine Wahl warten, ihren besten Datensatz und werden angenommen, wo er sicher genug ist. Ein Rückgängig nimmt alles zurück.</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit annehmen</numerusform>
            <numerusform>%n Arbeiten annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>{sure} of {waiting} that wait for a choice, of {total} shown</source>
        <translation>{sure} von {waiting}, die auf eine Wahl warten, von {total} angezeigten</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>lamps; water</source>
        <translation>Lampen; Wasser</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>Sammlungen</translation>
    </message>
    <message>
        <source>HF Papers/World models; To read</source>
        <translation>HF Papers/Weltmodelle; Zu lesen</translation>
    </message>
    <message>
        <source>Which note</source>
        <translation>Welche Notiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>&amp;Schlagwörter</translation>
    </message>
    <message>
        <source>C&amp;ollections</source>
        <translation>Samml&amp;ungen</translation>
    </message>
    <message>
        <source>Edit {what}</source>
        <translation>{what} bearbeiten</translation>
    </message>
    <message>
        <source>Apply {what}</source>
        <translation>{what} übernehmen</translation>
    </message>
    <message>
        <source>Take {what} back</source>
        <translation>{what} zurücknehmen</translation>
    </message>
    <message>
        <source>{number}: {note}</source>
        <translation>{number}: {note}</translation>
    </message>
    <message>
        <source>a new note</source>
        <translation>eine neue Notiz</translation>
    </message>
</context>
<context>
    <name>WhichBox</name>
    <message>
        <source>Which papers</source>
        <translation>Welche Arbeiten</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) that are chosen</source>
        <translation>
            <numerusform>%n gewählte Arbeit</numerusform>
            <numerusform>%n gewählte Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>All that is shown</source>
        <translation>Alles Angezeigte</translation>
    </message>
    <message numerus="yes">
        <source>All that is shown: %n paper(s)</source>
        <translation>
            <numerusform>Alles Angezeigte: %n Arbeit</numerusform>
            <numerusform>Alles Angezeigte: %n Arbeiten</numerusform>
        </translation>
    </message>
</context>
</TS>
