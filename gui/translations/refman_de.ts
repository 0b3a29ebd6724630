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
        <source>&amp;Previous to review</source>
        <translation>&amp;Vorige zum Durchsehen</translation>
    </message>
    <message>
        <source>&amp;Next to review</source>
        <translation>Nä&amp;chste zum Durchsehen</translation>
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
        <source>Send to &amp;Zotero…</source>
        <translation>An &amp;Zotero senden…</translation>
    </message>
    <message>
        <source>&amp;New library…</source>
        <translation>&amp;Neue Bibliothek…</translation>
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
        <translation>T&amp;reffer</translation>
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
        <source>Keep as &amp;versions</source>
        <translation>Als Fassun&amp;gen behalten</translation>
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
        <source>C&amp;olumns and order</source>
        <translation>Sp&amp;alten und Reihenfolge</translation>
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
    <message>
        <source>In a comparison: take the field or item now</source>
        <translation>Im Vergleich: das Feld oder das Element sofort übernehmen</translation>
    </message>
    <message>
        <source>In a comparison: tick it, to be taken with the others</source>
        <translation>Im Vergleich: ankreuzen, um es mit den anderen zu übernehmen</translation>
    </message>
    <message>
        <source>In a comparison: show the items of a list</source>
        <translation>Im Vergleich: die Elemente einer Liste zeigen</translation>
    </message>
    <message>
        <source>In a comparison: hide them, or go to their list</source>
        <translation>Im Vergleich: sie verbergen oder zu ihrer Liste gehen</translation>
    </message>
    <message>
        <source>In a comparison: edit the field</source>
        <translation>Im Vergleich: das Feld bearbeiten</translation>
    </message>
    <message>
        <source>In a comparison: lock the field, or unlock it</source>
        <translation>Im Vergleich: das Feld sperren oder entsperren</translation>
    </message>
    <message>
        <source>In a comparison: take the field back</source>
        <translation>Im Vergleich: das Feld zurücknehmen</translation>
    </message>
    <message>
        <source>Among the candidates: take the record</source>
        <translation>Unter den Treffern: den Datensatz übernehmen</translation>
    </message>
    <message>
        <source>In the table: take a record, while the candidates are shown</source>
        <translation>In der Tabelle: Datensatz übernehmen, solange die Kandidaten zu sehen sind</translation>
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
    <name>BrowseButton</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>Browse: {name}</source>
        <translation>Durchsuchen: {name}</translation>
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
        <source>Not looked up yet: Enter looks up by this, Escape takes back.</source>
        <translation>Noch nicht nachgeschlagen: Eingabe schlägt damit nach, Esc nimmt zurück.</translation>
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
        <source>It was not looked up yet; {paper.lookup} looks it up.</source>
        <translation>Noch nicht nachgeschlagen; {paper.lookup} schlägt nach.</translation>
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
        <source>no answer from {sources}</source>
        <translation>keine Antwort von {sources}</translation>
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
    <message numerus="yes">
        <source>Nothing was found in %n paper(s): all is well.</source>
        <translation>
            <numerusform>In %n Arbeit wurde nichts gefunden: alles in Ordnung.</numerusform>
            <numerusform>In %n Arbeiten wurde nichts gefunden: alles in Ordnung.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no paper here yet: {file.paste} pastes a listing, {file.open} opens a file.</source>
        <translation>Hier ist noch keine Arbeit: {file.paste} fügt eine Liste ein, {file.open} öffnet eine Datei.</translation>
    </message>
    <message>
        <source>There was no paper to check: {view.library} shows what the search finds.</source>
        <translation>Es gab keine Arbeit zu prüfen: {view.library} zeigt, was die Suche findet.</translation>
    </message>
    <message>
        <source>Not checked yet: &quot;Check all papers&quot; tells what is missing or doubtful.</source>
        <translation>Noch nicht geprüft: „Alle Arbeiten prüfen“ sagt, was fehlt oder zweifelhaft ist.</translation>
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
    <name>ClosedPage</name>
    <message>
        <source>Open it a&amp;new</source>
        <translation>&amp;Neu öffnen</translation>
    </message>
    <message>
        <source>Open an&amp;other library…</source>
        <translation>&amp;Andere Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>The library is not there any more</source>
        <translation>Die Bibliothek ist nicht mehr da</translation>
    </message>
    <message>
        <source>This is not the library any more that was opened</source>
        <translation>Das ist nicht mehr die Bibliothek, die geöffnet wurde</translation>
    </message>
    <message>
        <source>The library is damaged</source>
        <translation>Die Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>This is no library</source>
        <translation>Das ist keine Bibliothek</translation>
    </message>
    <message>
        <source>The library is of a later refman</source>
        <translation>Die Bibliothek stammt von einem neueren refman</translation>
    </message>
    <message>
        <source>Another program holds the library</source>
        <translation>Ein anderes Programm hält die Bibliothek fest</translation>
    </message>
    <message>
        <source>The library may not be written</source>
        <translation>Die Bibliothek darf nicht beschrieben werden</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The library cannot be opened</source>
        <translation>Die Bibliothek kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>What lies there now was left as it is.</source>
        <translation>Was jetzt dort liegt, wurde gelassen, wie es ist.</translation>
    </message>
    <message>
        <source>What was open here is kept in {path}: in a terminal, refman library restore goes back to it.</source>
        <translation>Was hier geöffnet war, ist in {path} aufbewahrt: In einem Terminal geht refman library restore darauf zurück.</translation>
    </message>
    <message>
        <source>It was left as it is. Copies that were taken of it by itself lie in {folder}: in a terminal, refman library restore goes back to one of them.</source>
        <translation>Sie wurde gelassen, wie sie ist. Kopien, die von selbst von ihr gemacht wurden, liegen in {folder}: In einem Terminal geht refman library restore auf eine davon zurück.</translation>
    </message>
    <message>
        <source>Wait until that program is done, or close it; then open it anew.</source>
        <translation>Warten Sie, bis jenes Programm fertig ist, oder schließen Sie es; öffnen Sie sie dann neu.</translation>
    </message>
    <message>
        <source>Make room on the disk; then open it anew.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger; öffnen Sie sie dann neu.</translation>
    </message>
    <message>
        <source>It was left as it is. Update refman; then open it anew.</source>
        <translation>Sie wurde gelassen, wie sie ist. Aktualisieren Sie refman; öffnen Sie sie dann neu.</translation>
    </message>
    <message>
        <source>It was left as it is. When that is put right, open it anew.</source>
        <translation>Sie wurde gelassen, wie sie ist. Ist das behoben, öffnen Sie sie neu.</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>what fits best, or came last</source>
        <translation>was am besten passt oder zuletzt kam</translation>
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
        <source>Keep as ve&amp;rsions</source>
        <translation>Als &amp;Fassungen behalten</translation>
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
        <source>Keep each of them: a preprint, its publication, … of one work (V)</source>
        <translation>Jede behalten: Preprint, Veröffentlichung, … eines Werks (V)</translation>
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
        <translation>Auch vielleicht vorhandene hinzufügen</translation>
    </message>
    <message>
        <source>Fill what known ones lack</source>
        <translation>Ergänzen, was bekannten fehlt</translation>
    </message>
    <message>
        <source>Papers of the library get the fields that they lack, and keep all they have</source>
        <translation>Arbeiten der Bibliothek bekommen die Felder, die ihnen fehlen, und behalten alles, was sie haben</translation>
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
        <source>one that is there already is added all the same</source>
        <translation>eine, die schon da ist, wird trotzdem hinzugefügt</translation>
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
    <message numerus="yes">
        <source>%n read twice</source>
        <translation>
            <numerusform>%n zweimal gelesen</numerusform>
            <numerusform>%n zweimal gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps read twice</source>
        <translation>
            <numerusform>%n vielleicht zweimal gelesen</numerusform>
            <numerusform>%n vielleicht zweimal gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n known</source>
        <translation>
            <numerusform>%n bekannte ergänzen</numerusform>
            <numerusform>%n bekannte ergänzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n paper(s), fill {count}</source>
        <translation>
            <numerusform>%n Arbeit hinzufügen, {count} ergänzen</numerusform>
            <numerusform>%n Arbeiten hinzufügen, {count} ergänzen</numerusform>
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
        <source>{field}, item {number}: {text}: {sign}</source>
        <translation>{field}, Element {number}: {text}: {sign}</translation>
    </message>
    <message>
        <source>items shown</source>
        <translation>Elemente gezeigt</translation>
    </message>
    <message>
        <source>items hidden</source>
        <translation>Elemente verborgen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) differ</source>
        <translation>
            <numerusform>%n Element weicht ab</numerusform>
            <numerusform>%n Elemente weichen ab</numerusform>
        </translation>
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
        <source>As it stands in the listing: {text}</source>
        <translation>Wie es in der Liste steht: {text}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>When it was looked up: {text}</source>
        <translation>Beim Nachschlagen: {text}</translation>
    </message>
    <message>
        <source>As it stands in the record: {text}</source>
        <translation>Wie es im Datensatz steht: {text}</translation>
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
        <source>Take the field now; the others wait</source>
        <translation>Das Feld sofort übernehmen; die anderen warten</translation>
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
    <message>
        <source>The record says the same here.</source>
        <translation>Der Datensatz sagt hier dasselbe.</translation>
    </message>
    <message>
        <source>This is your own word and stays. L unlocks it.</source>
        <translation>Das ist Ihr eigenes Wort und bleibt. L entsperrt es.</translation>
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
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>the first {count} of {all} papers, and only these are merged</source>
        <translation>die ersten {count} von {all} Arbeiten, und nur diese werden zusammengeführt</translation>
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
        <source>Copy a page that lists papers, an e-mail digest or a reading list, and paste it here. Or drop files, a folder or the address of a page anywhere on this window: text, .html, .md, PDF, .bib, .ris, .json, .xml.</source>
        <translation>Kopieren Sie eine Seite mit Arbeiten, einen E-Mail-Überblick oder eine Leseliste, und fügen Sie sie hier ein. Oder ziehen Sie Dateien, einen Ordner oder die Adresse einer Seite auf dieses Fenster: Text, .html, .md, PDF, .bib, .ris, .json, .xml.</translation>
    </message>
    <message>
        <source>Paste ({file.paste})</source>
        <translation>Einfügen ({file.paste})</translation>
    </message>
    <message>
        <source>Open files… ({file.open})</source>
        <translation>Dateien öffnen… ({file.open})</translation>
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
        <translation>&amp;Beispiel öffnen</translation>
    </message>
    <message>
        <source>Duplicates were not looked for yet: {tools.duplicates} looks among all papers.</source>
        <translation>Dubletten wurden noch nicht gesucht: {tools.duplicates} sucht in allen Arbeiten.</translation>
    </message>
    <message>
        <source>None is left of the duplicates that were looked for on {date}. {tools.duplicates} looks anew; Escape shows all papers.</source>
        <translation>Von den Dubletten, die am {date} gesucht wurden, ist keine übrig. {tools.duplicates} sucht von Neuem; Esc zeigt alle Arbeiten.</translation>
    </message>
    <message>
        <source>All papers are reviewed. Press Escape to see all of them.</source>
        <translation>Alle Arbeiten sind durchgesehen. Drücken Sie Esc, um sie alle zu sehen.</translation>
    </message>
    <message>
        <source>There is no paper here yet.

Copy a page that lists papers, a digest or a search result, and paste it ({file.paste}); or drop a file anywhere on this window. It is shown first; nothing comes in before you say so.</source>
        <translation>Hier ist noch keine Arbeit.

Kopieren Sie eine Seite mit Arbeiten, einen Überblick oder ein Suchergebnis, und fügen Sie sie ein ({file.paste}); oder ziehen Sie eine Datei auf dieses Fenster. Alles wird erst gezeigt; nichts kommt hinein, bevor Sie es sagen.</translation>
    </message>
    <message>
        <source>Nothing is found. Take a word away, or press Escape to see all papers.</source>
        <translation>Nichts gefunden. Nehmen Sie ein Wort weg, oder drücken Sie Esc, um alle Arbeiten zu sehen.</translation>
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
        <source>changed since it was exported</source>
        <translation>seit dem Export geändert</translation>
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
    <name>EntryVersions</name>
    <message numerus="yes">
        <source>%n more version(s)</source>
        <translation>
            <numerusform>%n weitere Fassung</numerusform>
            <numerusform>%n weitere Fassungen</numerusform>
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
        <translation>Treffer</translation>
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
        <source>The paper is not seen here: go to Papers ({view.library}) first</source>
        <translation>Die Arbeit ist hier nicht zu sehen: erst zu Arbeiten ({view.library}) gehen</translation>
    </message>
    <message>
        <source>Choose a paper to see its fields, links and abstract here.</source>
        <translation>Wählen Sie eine Arbeit, um hier ihre Felder, Links und ihren Abstract zu sehen.</translation>
    </message>
    <message>
        <source>{papers} are chosen.

Accept them with {paper.accept}, reject them with {paper.reject}.
Tag them with {edit.tag}, edit them with {edit.batch}.
Merge them with {paper.merge}, look them up with {paper.lookup}.
Export them with {file.export}, preview them with {paper.preview}.</source>
        <translation>{papers} gewählt.

Annehmen mit {paper.accept}, ablehnen mit {paper.reject}.
Verschlagworten mit {edit.tag}, bearbeiten mit {edit.batch}.
Zusammenführen mit {paper.merge}, nachschlagen mit {paper.lookup}.
Exportieren mit {file.export}, Vorschau mit {paper.preview}.</translation>
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
        <source>This name stands for no file here; write the whole path.</source>
        <translation>Dieser Name steht hier für keine Datei; schreiben Sie den ganzen Pfad.</translation>
    </message>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>Look at an export</source>
        <translation>Export ansehen</translation>
    </message>
    <message>
        <source>There is no such paper.</source>
        <translation>Es gibt keine solche Arbeit.</translation>
    </message>
    <message>
        <source>Of these papers the file will not hold:</source>
        <translation>Von diesen Arbeiten wird die Datei nicht enthalten:</translation>
    </message>
    <message numerus="yes">
        <source>Of the first %n paper(s) the file will not hold what stands here; of the others you are told when it is written:</source>
        <translation>
            <numerusform>Von der ersten %n Arbeit wird die Datei nicht enthalten, was hier steht; von den übrigen wird es gesagt, wenn sie geschrieben ist:</numerusform>
            <numerusform>Von den ersten %n Arbeiten wird die Datei nicht enthalten, was hier steht; von den übrigen wird es gesagt, wenn sie geschrieben ist:</numerusform>
        </translation>
    </message>
    <message>
        <source>{path}: {papers} papers, {links} links</source>
        <translation>{path}: Arbeiten: {papers}, Links: {links}</translation>
    </message>
    <message>
        <source>What was there before is kept as {path}</source>
        <translation>Was vorher da war, bleibt als {path} erhalten</translation>
    </message>
    <message>
        <source>{path} does not hold:</source>
        <translation>{path} enthält nicht:</translation>
    </message>
    <message>
        <source>{path} holds all that its papers have.</source>
        <translation>{path} enthält alles, was die Arbeiten darin haben.</translation>
    </message>
    <message>
        <source>The file will hold all that these papers have.</source>
        <translation>Die Datei wird alles enthalten, was diese Arbeiten haben.</translation>
    </message>
    <message>
        <source>{format}, to be written to {path}</source>
        <translation>{format}, wird geschrieben nach {path}</translation>
    </message>
    <message numerus="yes">
        <source>The file will hold all that the first %n paper(s) have; of the others you are told when it is written.</source>
        <translation>
            <numerusform>Die Datei wird alles enthalten, was die erste %n Arbeit hat; von den übrigen wird es gesagt, wenn sie geschrieben ist.</numerusform>
            <numerusform>Die Datei wird alles enthalten, was die ersten %n Arbeiten haben; von den übrigen wird es gesagt, wenn sie geschrieben ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to {name}</source>
        <translation>Export nach {name}</translation>
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
    <message>
        <source>A type by its name, or by CSL&apos;s word; Down shows all.</source>
        <translation>Ein Typ mit seinem Namen oder mit dem Wort von CSL; Pfeil nach unten zeigt alle.</translation>
    </message>
    <message>
        <source>{name} is CSL&apos;s {word}; Down shows all.</source>
        <translation>{name} ist bei CSL {word}; Pfeil nach unten zeigt alle.</translation>
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
    <message>
        <source>Other keys</source>
        <translation>Weitere Schlüssel</translation>
    </message>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>the listing</source>
        <translation>die Liste</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>eine andere</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Publikation</translation>
    </message>
    <message>
        <source>Book title</source>
        <translation>Buchtitel</translation>
    </message>
    <message>
        <source>Proceedings title</source>
        <translation>Titel des Tagungsbands</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repositorium</translation>
    </message>
    <message>
        <source>Archive ID</source>
        <translation>Archiv-ID</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Extra</translation>
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
        <source>Open all the same</source>
        <translation>Trotzdem öffnen</translation>
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
        <source>It lies outside of the library&apos;s folder: {path}</source>
        <translation>Sie liegt außerhalb des Ordners der Bibliothek: {path}</translation>
    </message>
    <message>
        <source>No program opens it.</source>
        <translation>Kein Programm öffnet sie.</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>{type} lacks: {fields}</source>
        <translation>{type}: es fehlt {fields}</translation>
    </message>
    <message>
        <source>Zotero drops the whole paper: it does not know this type ({type})</source>
        <translation>Zotero lässt die ganze Arbeit weg: Es kennt diesen Typ nicht ({type})</translation>
    </message>
    <message>
        <source>&quot;{field}&quot;</source>
        <translation>„{field}“</translation>
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
        <translation>Berichtigbar</translation>
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
    <message>
        <source>Fill what is known</source>
        <translation>Bekanntes ergänzen</translation>
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
        <source>Read otherwise now, without its corrections: {name}</source>
        <translation>Jetzt anders gelesen, ohne seine Korrekturen: {name}</translation>
    </message>
    <message>
        <source>No paper was found in it. Put the cursor on a title and press T, or discard it by Escape.</source>
        <translation>Darin wurde keine Arbeit gefunden. Setzen Sie die Schreibmarke auf einen Titel und drücken Sie T, oder verwerfen Sie es mit Esc.</translation>
    </message>
    <message>
        <source>It comes back at the next start, or tried again in Jobs.</source>
        <translation>Es kommt beim nächsten Start wieder, oder wenn Sie es unter Aufträge noch einmal versuchen.</translation>
    </message>
    <message>
        <source>added from here</source>
        <translation>von hier hinzugefügt</translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) from before are open again.</source>
        <translation>
            <numerusform>%n Import von zuvor ist wieder offen.</numerusform>
            <numerusform>%n Importe von zuvor sind wieder offen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No paper is known by {address}</source>
        <translation>Unter {address} ist keine Arbeit bekannt</translation>
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
        <source>Discarded: {name}</source>
        <translation>Verworfen: {name}</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
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
        <source>done in part</source>
        <translation>nur teilweise fertig</translation>
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
        <source>Nothing goes on. What takes longer is shown here while it runs: looking up ({paper.lookup}), exporting ({file.export}).</source>
        <translation>Nichts läuft. Was länger dauert, wird hier gezeigt, während es läuft: Nachschlagen ({paper.lookup}), Exportieren ({file.export}).</translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message>
        <source>Files that are kept up to date</source>
        <translation>Dateien, die aktuell gehalten werden</translation>
    </message>
    <message>
        <source>Say whether they are to be written over</source>
        <translation>Sagen, ob sie überschrieben werden sollen</translation>
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
    <message numerus="yes">
        <source>%n file(s) changed outside…</source>
        <translation>
            <numerusform>%n Datei von außen geändert…</numerusform>
            <numerusform>%n Dateien von außen geändert…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) behind…</source>
        <translation>
            <numerusform>%n Datei nicht mehr aktuell…</numerusform>
            <numerusform>%n Dateien nicht mehr aktuell…</numerusform>
        </translation>
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
    <message>
        <source>behind: changed by another program, and left so</source>
        <translation>nicht mehr aktuell: von einem anderen Programm geändert und so gelassen</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>“{action}”</source>
        <translation>„{action}“</translation>
    </message>
</context>
<context>
    <name>Libraries</name>
    <message>
        <source>Open another library</source>
        <translation>Andere Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Make a new library</source>
        <translation>Neue Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Libraries (*.{suffix})</source>
        <translation>Bibliotheken (*.{suffix})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>This library is open here already.</source>
        <translation>Diese Bibliothek ist hier schon offen.</translation>
    </message>
    <message>
        <source>{path} opens in another window.</source>
        <translation>{path} öffnet sich in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>{path} could not be opened.</source>
        <translation>{path} ließ sich nicht öffnen.</translation>
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
    <message>
        <source>The window speaks another language from its next start on</source>
        <translation>Ab dem nächsten Start spricht das Fenster eine andere Sprache</translation>
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
    <message numerus="yes">
        <source>%n paper(s) not fully looked up, for no answer came from {sources}</source>
        <translation>
            <numerusform>%n Arbeit nicht ganz nachgeschlagen, denn keine Antwort kam von {sources}</numerusform>
            <numerusform>%n Arbeiten nicht ganz nachgeschlagen, denn keine Antwort kam von {sources}</numerusform>
        </translation>
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
    <message>
        <source>Not all answers came from {sources}</source>
        <translation>Nicht alle Antworten kamen von {sources}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteren</numerusform>
            <numerusform>und %n weiteren</numerusform>
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
    <name>LossesLabel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
        <source>Tools</source>
        <translation>Werkzeuge</translation>
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
    <name>NoGroups</name>
    <message>
        <source>Not looked for yet: {tools.duplicates} finds what is there twice.</source>
        <translation>Noch nicht gesucht: {tools.duplicates} findet, was doppelt da ist.</translation>
    </message>
    <message>
        <source>Last looked for on {date}; what was found is in the queue, under Duplicates. {tools.duplicates} looks anew and compares it here.</source>
        <translation>Zuletzt am {date} gesucht; was gefunden wurde, steht links unter Dubletten. {tools.duplicates} sucht von Neuem und vergleicht hier.</translation>
    </message>
    <message>
        <source>All groups are done; {edit.undo} brings the last one back.</source>
        <translation>Alle Gruppen sind erledigt; {edit.undo} bringt die letzte zurück.</translation>
    </message>
    <message numerus="yes">
        <source>None of %n paper(s) is there twice.</source>
        <translation>
            <numerusform>%n Arbeit wurde angesehen: sie ist nur einmal da.</numerusform>
            <numerusform>Keine von %n Arbeiten ist doppelt da.</numerusform>
        </translation>
    </message>
    <message>
        <source>There was no paper to look at: {view.library} shows what the search finds.</source>
        <translation>Es gab keine Arbeit anzusehen: {view.library} zeigt, was die Suche findet.</translation>
    </message>
    <message>
        <source>There is no paper here yet: {file.paste} pastes a listing, {file.open} opens a file.</source>
        <translation>Hier ist noch keine Arbeit: {file.paste} fügt eine Liste ein, {file.open} öffnet eine Datei.</translation>
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
    <name>Offers</name>
    <message>
        <source>Services may know more of what was read from PDFs: Ctrl+L asks them.</source>
        <translation>Dienste wissen vielleicht mehr über das, was aus PDFs gelesen wurde: Strg+L fragt sie.</translation>
    </message>
    <message>
        <source>Take that back</source>
        <translation>Das zurücknehmen</translation>
    </message>
    <message numerus="yes">
        <source>Look up %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit nachschlagen</numerusform>
            <numerusform>%n Arbeiten nachschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) added.</source>
        <translation>
            <numerusform>%n Arbeit hinzugefügt.</numerusform>
            <numerusform>%n Arbeiten hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known paper(s) were filled.</source>
        <translation>
            <numerusform>%n bekannte Arbeit wurde ergänzt.</numerusform>
            <numerusform>%n bekannte Arbeiten wurden ergänzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was added.</source>
        <translation>Nichts wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Nothing was added: the library has it all.</source>
        <translation>Nichts wurde hinzugefügt: Die Bibliothek hat alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were there already.</source>
        <translation>
            <numerusform>%n Arbeit war schon da.</numerusform>
            <numerusform>%n Arbeiten waren schon da.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were read twice.</source>
        <translation>
            <numerusform>%n Arbeit wurde zweimal gelesen.</numerusform>
            <numerusform>%n Arbeiten wurden zweimal gelesen.</numerusform>
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
        <source>Other steps came after it: undo them in the history first.</source>
        <translation>Danach kamen andere Schritte: machen Sie zuerst diese im Verlauf rückgängig.</translation>
    </message>
    <message>
        <source>Fetch it from {host}</source>
        <translation>Von {host} holen</translation>
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
        <source>exported {date} to {target}, and changed since</source>
        <translation>exportiert {date} nach {target}, seitdem geändert</translation>
    </message>
    <message>
        <source>exported {date} to {target}</source>
        <translation>exportiert {date} nach {target}</translation>
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
    <name>PapersPane</name>
    <message>
        <source>The paper that is chosen</source>
        <translation>Die ausgewählte Arbeit</translation>
    </message>
    <message>
        <source>Show these, or hide them</source>
        <translation>Diese zeigen oder ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n Aktualisierung</numerusform>
            <numerusform>%n Aktualisierungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n hinzugefügt</numerusform>
            <numerusform>%n hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n aktualisiert</numerusform>
            <numerusform>%n aktualisiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>item {key}</source>
        <translation>Eintrag {key}</translation>
    </message>
    <message>
        <source>The same may work later: try it again.</source>
        <translation>Dasselbe kann später gelingen: Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>= {what}; it stays as it is there</source>
        <translation>= {what}; es bleibt dort, wie es ist</translation>
    </message>
</context>
<context>
    <name>Pen</name>
    <message>
        <source>Add all the same</source>
        <translation>Trotzdem hinzufügen</translation>
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
        <source>Move the end</source>
        <translation>Ende verschieben</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>Hosts that may be asked</source>
        <translation>Rechner, die gefragt werden können</translation>
    </message>
    <message>
        <source>Hosts that were asked</source>
        <translation>Rechner, die gefragt wurden</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the hosts that were asked</source>
        <translation>Die Rechner vergessen, die gefragt wurden</translation>
    </message>
    <message>
        <source>Nobody was asked yet.</source>
        <translation>Noch niemand wurde gefragt.</translation>
    </message>
    <message>
        <source>They are forgotten.</source>
        <translation>Sie sind vergessen.</translation>
    </message>
    <message>
        <source>Refman is offline: no service is asked.</source>
        <translation>Refman ist offline: Kein Dienst wird gefragt.</translation>
    </message>
    <message>
        <source>Nobody is asked before you look papers up, check links, fetch a page or send papers to Zotero. A look-up tells titles, names and identifiers of papers; nothing is counted or reported.</source>
        <translation>Niemand wird gefragt, bevor Sie Arbeiten nachschlagen, Links prüfen, eine Seite holen oder Arbeiten an Zotero senden. Beim Nachschlagen werden Titel, Namen und Kennungen von Arbeiten mitgeteilt; nichts wird gezählt oder gemeldet.</translation>
    </message>
    <message>
        <source>Who was asked is noted on this computer only.</source>
        <translation>Wer gefragt wurde, wird nur auf diesem Rechner festgehalten.</translation>
    </message>
    <message>
        <source>You want papers that were read from PDFs looked up when they are added.</source>
        <translation>Sie möchten, dass aus PDFs gelesene Arbeiten nachgeschlagen werden, sobald sie hinzugefügt sind.</translation>
    </message>
    <message>
        <source>Services are told your address {contact}.</source>
        <translation>Den Diensten wird Ihre Adresse {contact} mitgeteilt.</translation>
    </message>
    <message>
        <source>Zotero on this computer</source>
        <translation>Zotero auf diesem Rechner</translation>
    </message>
    <message>
        <source>your Zotero library on the web</source>
        <translation>Ihre Zotero-Bibliothek im Netz</translation>
    </message>
    <message>
        <source>the hosts of papers&apos; links, when you check them</source>
        <translation>die Rechner, zu denen die Links der Arbeiten führen, wenn Sie die Links prüfen</translation>
    </message>
    <message>
        <source>the host of a page, when you fetch it</source>
        <translation>der Rechner einer Seite, wenn Sie sie holen</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>How far it has come</source>
        <translation>Wie weit es ist</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>PushForm</name>
    <message>
        <source>By which way</source>
        <translation>Auf welchem Weg</translation>
    </message>
    <message>
        <source>Zotero on this computer, as browsers do it</source>
        <translation>Zotero auf diesem Rechner, wie Browser es tun</translation>
    </message>
    <message>
        <source>Zotero on this computer, as is best</source>
        <translation>Zotero auf diesem Rechner, wie es am besten geht</translation>
    </message>
    <message>
        <source>Zotero on this computer, by its local API alone</source>
        <translation>Zotero auf diesem Rechner, nur über seine lokale API</translation>
    </message>
    <message>
        <source>Your library on zotero.org</source>
        <translation>Ihre Bibliothek auf zotero.org</translation>
    </message>
    <message>
        <source>&amp;Update what is there</source>
        <translation>Vorhandenes a&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Send &amp;files too</source>
        <translation>Auch &amp;Dateien senden</translation>
    </message>
    <message>
        <source>&amp;Add even what is there already</source>
        <translation>Auch &amp;Vorhandenes noch einmal hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>&amp;Arbeiten</translation>
    </message>
    <message>
        <source>&amp;By way of</source>
        <translation>&amp;Weg</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>&amp;Nach</translation>
    </message>
</context>
<context>
    <name>PushModel</name>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>update</source>
        <translation>aktualisieren</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>aktualisiert</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Item in Zotero</source>
        <translation>Eintrag in Zotero</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>PushView</name>
    <message>
        <source>Send to Zotero</source>
        <translation>An Zotero senden</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Erneut nachsehen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Ask Zotero</source>
        <translation>Zotero fragen</translation>
    </message>
    <message>
        <source>Asking Zotero…</source>
        <translation>Zotero wird gefragt…</translation>
    </message>
    <message>
        <source>Nothing in Zotero takes items this way: open a library of your own there, or choose another way.</source>
        <translation>Nichts in Zotero nimmt auf diesem Weg Einträge an: Öffnen Sie dort eine eigene Bibliothek, oder wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>Once that is put right, &quot;Look again&quot; (F5) asks anew.</source>
        <translation>Ist das behoben, fragt „Erneut nachsehen“ (F5) noch einmal.</translation>
    </message>
    <message>
        <source>Look what would be sent</source>
        <translation>Nachsehen, was gesendet würde</translation>
    </message>
    <message>
        <source>Looking what is in Zotero already…</source>
        <translation>Es wird nachgesehen, was schon in Zotero ist…</translation>
    </message>
    <message>
        <source>There is no such paper: choose others above.</source>
        <translation>Es gibt keine solche Arbeit: Wählen Sie oben andere.</translation>
    </message>
    <message>
        <source>Zotero has no place for:</source>
        <translation>Zotero hat keinen Platz für:</translation>
    </message>
    <message>
        <source>Nothing is left to be sent: the reasons stand above.</source>
        <translation>Es ist nichts mehr zu senden: Die Gründe stehen oben.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Send %n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit &amp;senden</numerusform>
            <numerusform>%n Arbeiten &amp;senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Send to Zotero: {target}</source>
        <translation>An Zotero senden: {target}</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n paper(s)…</source>
        <translation>
            <numerusform>%n Arbeit wird gesendet…</numerusform>
            <numerusform>%n Arbeiten werden gesendet…</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>Angehalten, bevor etwas gesendet wurde.</translation>
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
        <source>Not exported yet</source>
        <translation>Noch nicht exportiert</translation>
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
        <source>Duplicates</source>
        <translation>Dubletten</translation>
    </message>
    <message>
        <source>Not looked for among all papers yet: {tools.duplicates} does it.</source>
        <translation>Noch nicht in allen Arbeiten gesucht: {tools.duplicates} sucht sie.</translation>
    </message>
    <message>
        <source>Looked for among all papers on {date}; {tools.duplicates} does it anew.</source>
        <translation>Am {date} in allen Arbeiten gesucht; {tools.duplicates} sucht von Neuem.</translation>
    </message>
    <message>
        <source>None: {edit.tag}</source>
        <translation>Keine: {edit.tag}</translation>
    </message>
    <message>
        <source>No paper has a tag yet: {edit.tag} gives one to those chosen.</source>
        <translation>Noch hat keine Arbeit ein Schlagwort: {edit.tag} gibt den gewählten eines.</translation>
    </message>
    <message>
        <source>No search is saved yet: {edit.save_search} keeps the one shown.</source>
        <translation>Noch ist keine Suche gespeichert: {edit.save_search} behält die gezeigte.</translation>
    </message>
    <message>
        <source>Make one…</source>
        <translation>Anlegen…</translation>
    </message>
    <message>
        <source>There is no collection yet: Enter here makes one.</source>
        <translation>Es gibt noch keine Sammlung: Eingabe legt hier eine an.</translation>
    </message>
    <message>
        <source>Save one…</source>
        <translation>Speichern…</translation>
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
        <source>Source</source>
        <translation>Quelle</translation>
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
    <name>ReadOnlyLine</name>
    <message>
        <source>This library can only be read: its file or its folder may not be written. What is changed here is not kept.</source>
        <translation>Diese Bibliothek kann nur gelesen werden: Ihre Datei oder ihr Ordner darf nicht beschrieben werden. Was hier geändert wird, bleibt nicht erhalten.</translation>
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
    <name>ReportPane</name>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>T&amp;ry the failed ones again</source>
        <translation>Fehl&amp;geschlagene erneut versuchen</translation>
    </message>
    <message>
        <source>Cop&amp;y the report</source>
        <translation>Bericht kop&amp;ieren</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>{target}, {label}: {counts}</source>
        <translation>{target}, {label}: {counts}</translation>
    </message>
    <message>
        <source>nothing was sent</source>
        <translation>nichts wurde gesendet</translation>
    </message>
    <message>
        <source>It ended early: {why}. The others were not tried.</source>
        <translation>Es endete vorzeitig: {why}. Die übrigen wurden nicht versucht.</translation>
    </message>
    <message>
        <source>Send the &amp;rest</source>
        <translation>Den &amp;Rest senden</translation>
    </message>
    <message>
        <source>Kept as {name}</source>
        <translation>Aufgehoben als {name}</translation>
    </message>
    <message>
        <source>No program opens it: {path}</source>
        <translation>Kein Programm öffnet es: {path}</translation>
    </message>
</context>
<context>
    <name>ResultsModel</name>
    <message>
        <source>may be there twice</source>
        <translation>ist vielleicht doppelt da</translation>
    </message>
    <message>
        <source>the score of the best record that was found</source>
        <translation>die Güte des besten Datensatzes, der gefunden wurde</translation>
    </message>
    <message>
        <source>the score of the best record; it waits for your choice</source>
        <translation>die Güte des besten Datensatzes; er wartet auf Ihre Wahl</translation>
    </message>
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
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>{state}, changed since it was exported</source>
        <translation>{state}, seit dem Export geändert</translation>
    </message>
    <message>
        <source>{state}, exported</source>
        <translation>{state}, exportiert</translation>
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
    <message>
        <source>Nothing more is to be reviewed this way</source>
        <translation>In dieser Richtung ist nichts mehr durchzusehen</translation>
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
        <source>in the library already; P adds it all the same</source>
        <translation>schon in der Bibliothek; P fügt es trotzdem hinzu</translation>
    </message>
    <message>
        <source>perhaps in the library already; P adds it all the same</source>
        <translation>vielleicht schon in der Bibliothek; P fügt es trotzdem hinzu</translation>
    </message>
    <message>
        <source>read twice; P adds it all the same</source>
        <translation>zweimal gelesen; P fügt es trotzdem hinzu</translation>
    </message>
    <message>
        <source>perhaps read twice; P adds it all the same</source>
        <translation>vielleicht zweimal gelesen; P fügt es trotzdem hinzu</translation>
    </message>
    <message>
        <source>which lacks: {fields}</source>
        <translation>dem fehlt: {fields}</translation>
    </message>
    <message>
        <source>added all the same</source>
        <translation>trotzdem hinzugefügt</translation>
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
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>the sources that are asked, in this order, of arxiv, crossref, datacite, dblp, hf_papers, openalex, openreview, semantic_scholar; where none is named, all, each where it is best</source>
        <translation>die Quellen, die gefragt werden, in dieser Reihenfolge, aus arxiv, crossref, datacite, dblp, hf_papers, openalex, openreview, semantic_scholar; ohne Angabe alle, jede dort, wo sie am besten ist</translation>
    </message>
    <message>
        <source>Least score</source>
        <translation>Mindestwert</translation>
    </message>
    <message>
        <source>the least score by which the window offers to accept all</source>
        <translation>der Mindestwert, mit dem das Fenster anbietet, alle anzunehmen</translation>
    </message>
    <message>
        <source>Least margin</source>
        <translation>Mindestabstand</translation>
    </message>
    <message>
        <source>how far that record must lie above the second, where all are accepted</source>
        <translation>wie weit dieser Datensatz über dem zweiten liegen muss, wenn alle angenommen werden</translation>
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
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>whether the window looks up what was read from PDFs as soon as it is added; else it asks you</source>
        <translation>ob das Fenster nachschlägt, was aus PDFs gelesen wurde, sobald es hinzugefügt ist; sonst fragt es Sie</translation>
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
        <source>Port</source>
        <translation>Anschluss (Port)</translation>
    </message>
    <message>
        <source>the port at which Zotero listens on this computer</source>
        <translation>der Port, an dem Zotero auf diesem Rechner lauscht</translation>
    </message>
    <message>
        <source>Web key</source>
        <translation>Schlüssel für das Web</translation>
    </message>
    <message>
        <source>the key for your library on the web, from zotero.org/settings/keys; never shown</source>
        <translation>der Schlüssel für Ihre Bibliothek im Web, von zotero.org/settings/keys; wird nie gezeigt</translation>
    </message>
    <message>
        <source>Web url</source>
        <translation>Adresse im Web</translation>
    </message>
    <message>
        <source>where the library on the web is asked</source>
        <translation>wo die Bibliothek im Web gefragt wird</translation>
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
        <source>Privacy</source>
        <translation>Datenschutz</translation>
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
        <source>Zotero</source>
        <translation>Zotero</translation>
    </message>
    <message>
        <source>Source: {name}</source>
        <translation>Quelle: {name}</translation>
    </message>
    <message>
        <source>“{setting}” takes {what}.</source>
        <translation>„{setting}“ verlangt {what}.</translation>
    </message>
    <message>
        <source>As the system has it</source>
        <translation>Wie im System eingestellt</translation>
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
        <source>These keys cannot be changed.</source>
        <translation>Diese Tasten lassen sich nicht ändern.</translation>
    </message>
    <message>
        <source>Press the new keys in the field below first.</source>
        <translation>Drücken Sie zuerst die neuen Tasten im Feld darunter.</translation>
    </message>
    <message>
        <source>{key} is heard in the table only: elsewhere it is typed.</source>
        <translation>{key} gilt nur in der Tabelle: anderswo wird es getippt.</translation>
    </message>
    <message>
        <source>{key} is no key by itself; choose other keys.</source>
        <translation>{key} ist allein keine Taste; wählen Sie andere Tasten.</translation>
    </message>
    <message>
        <source>{key} moves about in the window; choose other keys.</source>
        <translation>{key} bewegt im Fenster; wählen Sie andere Tasten.</translation>
    </message>
    <message>
        <source>{key} opens menus and presses buttons; choose other keys.</source>
        <translation>{key} öffnet Menüs und drückt Knöpfe; wählen Sie andere Tasten.</translation>
    </message>
    <message>
        <source>{key} takes one of the candidates; choose other keys.</source>
        <translation>{key} übernimmt einen der Kandidaten; wählen Sie andere Tasten.</translation>
    </message>
    <message>
        <source>Not used, for they are no keys or those of another action: {keys}</source>
        <translation>Nicht verwendet, weil sie keine Tasten sind oder die einer anderen Aktion: {keys}</translation>
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
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Steps that can be undone</source>
        <translation>Schritte, die sich rückgängig machen lassen</translation>
    </message>
    <message>
        <source>Nothing was done yet: each step is listed here, {edit.undo} takes it back</source>
        <translation>Noch wurde nichts getan: jeder Schritt steht dann hier, {edit.undo} nimmt ihn zurück</translation>
    </message>
    <message>
        <source>(the beginning)</source>
        <translation>(der Anfang)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
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
    <name>TargetBox</name>
    <message>
        <source>Library or collection in Zotero</source>
        <translation>Bibliothek oder Sammlung in Zotero</translation>
    </message>
    <message>
        <source>Nobody has answered yet</source>
        <translation>Noch hat niemand geantwortet</translation>
    </message>
    <message>
        <source>{name} (you may only read it)</source>
        <translation>{name} (Sie dürfen dort nur lesen)</translation>
    </message>
    <message>
        <source>{path}: nothing can be added to it this way</source>
        <translation>{path}: Auf diesem Weg lässt sich nichts hinzufügen</translation>
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
    <name>Types</name>
    <message>
        <source>Preprint</source>
        <translation>Preprint</translation>
    </message>
    <message>
        <source>Journal article</source>
        <translation>Zeitschriftenaufsatz</translation>
    </message>
    <message>
        <source>Magazine article</source>
        <translation>Magazinartikel</translation>
    </message>
    <message>
        <source>Newspaper article</source>
        <translation>Zeitungsartikel</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Gesetzentwurf</translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>Broadcast</source>
        <translation>Sendung</translation>
    </message>
    <message>
        <source>Book chapter</source>
        <translation>Buchkapitel</translation>
    </message>
    <message>
        <source>Classical work</source>
        <translation>Klassisches Werk</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Entry in a reference work</source>
        <translation>Eintrag in einem Nachschlagewerk</translation>
    </message>
    <message>
        <source>Dictionary entry</source>
        <translation>Wörterbucheintrag</translation>
    </message>
    <message>
        <source>Encyclopedia entry</source>
        <translation>Lexikonartikel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Abbildung</translation>
    </message>
    <message>
        <source>Graphic</source>
        <translation>Grafik</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Anhörung</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Interview</translation>
    </message>
    <message>
        <source>Court decision</source>
        <translation>Gerichtsentscheidung</translation>
    </message>
    <message>
        <source>Law</source>
        <translation>Gesetz</translation>
    </message>
    <message>
        <source>Manuscript</source>
        <translation>Manuskript</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Musical score</source>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Pamphlet</source>
        <translation>Broschüre</translation>
    </message>
    <message>
        <source>Conference paper</source>
        <translation>Konferenzbeitrag</translation>
    </message>
    <message>
        <source>Patent</source>
        <translation>Patent</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Aufführung</translation>
    </message>
    <message>
        <source>Periodical</source>
        <translation>Periodikum</translation>
    </message>
    <message>
        <source>Personal communication</source>
        <translation>Persönliche Mitteilung</translation>
    </message>
    <message>
        <source>Online post</source>
        <translation>Beitrag im Netz</translation>
    </message>
    <message>
        <source>Blog post</source>
        <translation>Blogbeitrag</translation>
    </message>
    <message>
        <source>Regulation</source>
        <translation>Verordnung</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Book review</source>
        <translation>Buchbesprechung</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Song</source>
        <translation>Lied</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Thesis</source>
        <translation>Abschlussarbeit</translation>
    </message>
    <message>
        <source>Treaty</source>
        <translation>Staatsvertrag</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
</context>
<context>
    <name>VersionRow</name>
    <message>
        <source>its preprint: {key} ({about})</source>
        <translation>Preprint dazu: {key} ({about})</translation>
    </message>
    <message>
        <source>its publication: {key} ({about})</source>
        <translation>veröffentlicht als: {key} ({about})</translation>
    </message>
    <message>
        <source>another version: {key} ({about})</source>
        <translation>andere Fassung: {key} ({about})</translation>
    </message>
    <message>
        <source>{key} is no version of this paper</source>
        <translation>{key} ist keine Fassung dieser Arbeit</translation>
    </message>
</context>
<context>
    <name>WantedBox</name>
    <message>
        <source>Which papers</source>
        <translation>Welche Arbeiten</translation>
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
<context>
    <name>core</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n Arbeit</numerusform>
            <numerusform>%n Arbeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Accept {papers}</source>
        <translation>{papers} annehmen</translation>
    </message>
    <message>
        <source>Reject {papers}</source>
        <translation>{papers} ablehnen</translation>
    </message>
    <message>
        <source>Put {papers} back to review</source>
        <translation>{papers} zurück zur Durchsicht</translation>
    </message>
    <message>
        <source>Put {papers} into the bin</source>
        <translation>{papers} in den Papierkorb legen</translation>
    </message>
    <message>
        <source>Take {papers} out of the bin</source>
        <translation>{papers} aus dem Papierkorb holen</translation>
    </message>
    <message>
        <source>Remove {papers} for good</source>
        <translation>{papers} endgültig löschen</translation>
    </message>
    <message>
        <source>Tag {papers}</source>
        <translation>{papers} verschlagworten</translation>
    </message>
    <message>
        <source>Edit {papers}</source>
        <translation>{papers} bearbeiten</translation>
    </message>
    <message>
        <source>Replace {papers}</source>
        <translation>In {papers} ersetzen</translation>
    </message>
    <message>
        <source>Replace &quot;{found}&quot; in {papers}</source>
        <translation>„{found}“ in {papers} ersetzen</translation>
    </message>
    <message>
        <source>Put {papers} into &quot;{path}&quot;</source>
        <translation>{papers} in „{path}“ legen</translation>
    </message>
    <message>
        <source>Take {papers} out of &quot;{path}&quot;</source>
        <translation>{papers} aus „{path}“ nehmen</translation>
    </message>
    <message>
        <source>Make the collection &quot;{path}&quot;</source>
        <translation>Sammlung „{path}“ anlegen</translation>
    </message>
    <message>
        <source>Delete the collection &quot;{path}&quot;</source>
        <translation>Sammlung „{path}“ löschen</translation>
    </message>
    <message>
        <source>Rename the collection &quot;{path}&quot; to &quot;{other}&quot;</source>
        <translation>Sammlung „{path}“ in „{other}“ umbenennen</translation>
    </message>
    <message>
        <source>Rename the collection &quot;{path}&quot; to &quot;{other}&quot; ({papers})</source>
        <translation>Sammlung „{path}“ in „{other}“ umbenennen ({papers})</translation>
    </message>
    <message>
        <source>Save the search {name}</source>
        <translation>Suche {name} speichern</translation>
    </message>
    <message>
        <source>Rename the search {name} to {other}</source>
        <translation>Suche {name} in {other} umbenennen</translation>
    </message>
    <message>
        <source>Rename the search {name}</source>
        <translation>Suche {name} umbenennen</translation>
    </message>
    <message>
        <source>Forget the search {name}</source>
        <translation>Suche {name} vergessen</translation>
    </message>
    <message>
        <source>Lock {fields} of {papers}</source>
        <translation>{fields} sperren: {papers}</translation>
    </message>
    <message>
        <source>Unlock {fields} of {papers}</source>
        <translation>{fields} entsperren: {papers}</translation>
    </message>
    <message>
        <source>Take back {fields} of {papers}</source>
        <translation>{fields} zurücknehmen: {papers}</translation>
    </message>
    <message>
        <source>Check the links of {papers}</source>
        <translation>Links prüfen: {papers}</translation>
    </message>
    <message>
        <source>Look up {papers}</source>
        <translation>{papers} nachschlagen</translation>
    </message>
    <message>
        <source>Choose {record} for {key}</source>
        <translation>Für {key} wählen: {record}</translation>
    </message>
    <message>
        <source>Choose {fields} of {record} for {key}</source>
        <translation>Für {key} wählen: {fields} ({record})</translation>
    </message>
    <message>
        <source>none of the records</source>
        <translation>keiner der Datensätze</translation>
    </message>
    <message>
        <source>the sure records</source>
        <translation>die sicheren Datensätze</translation>
    </message>
    <message>
        <source>the publication</source>
        <translation>die Veröffentlichung</translation>
    </message>
    <message>
        <source>the preprint</source>
        <translation>das Preprint</translation>
    </message>
    <message>
        <source>the record of {source}</source>
        <translation>der Datensatz von {source}</translation>
    </message>
    <message>
        <source>Choose the best record for {papers}</source>
        <translation>Besten Datensatz wählen: {papers}</translation>
    </message>
    <message>
        <source>Say that {key} and {other} are no duplicates</source>
        <translation>Merken, dass {key} und {other} keine Dubletten sind</translation>
    </message>
    <message>
        <source>Say that {key} and {other} may be duplicates</source>
        <translation>Merken, dass {key} und {other} Dubletten sein können</translation>
    </message>
    <message>
        <source>Say that {papers} are no duplicates</source>
        <translation>Merken, dass {papers} keine Dubletten sind</translation>
    </message>
    <message>
        <source>Merge {papers}</source>
        <translation>{papers} zusammenführen</translation>
    </message>
    <message>
        <source>Merge {papers} into {others}</source>
        <translation>{papers} in {others} aufgehen lassen</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n andere</numerusform>
            <numerusform>%n anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep {name} up to date</source>
        <translation>{name} aktuell halten</translation>
    </message>
    <message>
        <source>Keep {name} up to date no longer</source>
        <translation>{name} nicht mehr aktuell halten</translation>
    </message>
    <message>
        <source>Put right {papers}</source>
        <translation>{papers} berichtigen</translation>
    </message>
    <message>
        <source>Add {papers} from {file}</source>
        <translation>{papers} aus {file} hinzufügen</translation>
    </message>
    <message>
        <source>Add {papers} from {file} and {number} more</source>
        <translation>{papers} aus {file} und {number} weiteren hinzufügen</translation>
    </message>
    <message>
        <source>Fill {papers} from {file}</source>
        <translation>{papers} aus {file} ergänzen</translation>
    </message>
    <message>
        <source>Fill {papers} from {file} and {number} more</source>
        <translation>{papers} aus {file} und {number} weiteren ergänzen</translation>
    </message>
    <message>
        <source>Add {papers}, fill {filled} from {file}</source>
        <translation>{papers} aus {file} hinzufügen, {filled} ergänzen</translation>
    </message>
    <message>
        <source>Add {papers}, fill {filled} from {file} and {number} more</source>
        <translation>{papers} aus {file} und {number} weiteren hinzufügen, {filled} ergänzen</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>{name} holds one value: write {same}=…</source>
        <translation>{name} hat einen Wert: schreiben Sie {same}=…</translation>
    </message>
    <message>
        <source>{name}: a value has at most {number} characters</source>
        <translation>{name}: ein Wert hat höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>{name} cannot be empty; every entry has one</source>
        <translation>{name} darf nicht leer sein; jeder Eintrag hat eines</translation>
    </message>
    <message>
        <source>{name} needs a value</source>
        <translation>{name} braucht einen Wert</translation>
    </message>
    <message>
        <source>the key cannot be empty; every entry has one</source>
        <translation>der Schlüssel darf nicht leer sein; jeder Eintrag hat einen</translation>
    </message>
    <message>
        <source>there is nothing in it that can be printed</source>
        <translation>es enthält kein sichtbares Zeichen</translation>
    </message>
    <message>
        <source>it has signs that cannot be seen</source>
        <translation>es enthält unsichtbare Zeichen</translation>
    </message>
    <message>
        <source>a sign that cannot be seen</source>
        <translation>ein unsichtbares Zeichen</translation>
    </message>
    <message>
        <source>a key may not hold {sign}; take letters, digits, - _ : . + /</source>
        <translation>ein Schlüssel darf {sign} nicht enthalten; nehmen Sie Buchstaben, Ziffern, - _ : . + /</translation>
    </message>
    <message>
        <source>a key has at most {number} characters</source>
        <translation>ein Schlüssel hat höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>commands would read it as part of a query or as an option; begin with a letter, and take no OR, AND or NOT alone and no field&apos;s name before a colon</source>
        <translation>Befehle läsen es als Teil einer Suche oder als Option; beginnen Sie mit einem Buchstaben, und nehmen Sie weder OR, AND oder NOT allein noch einen Feldnamen vor einem Doppelpunkt</translation>
    </message>
    <message>
        <source>there is no {what} &quot;{text}&quot;.{near}</source>
        <translation>„{text}“ gibt es nicht ({what}).{near}</translation>
    </message>
    <message>
        <source>there is no {what} &quot;{text}&quot;.{near} It is one of {names}</source>
        <translation>„{text}“ gibt es nicht ({what}).{near} Möglich sind {names}</translation>
    </message>
    <message>
        <source>Did you mean &quot;{text}&quot;?</source>
        <translation>Meinten Sie „{text}“?</translation>
    </message>
    <message>
        <source>no name is in it</source>
        <translation>es enthält keinen Namen</translation>
    </message>
    <message>
        <source>{why}; write Family, Given and Family, Given, a body in {braces}</source>
        <translation>{why}; schreiben Sie Familienname, Vorname and Familienname, Vorname, eine Körperschaft in {braces}</translation>
    </message>
    <message>
        <source>this is no date; write 2024, 2024-06, 2024-06-23, a season as 2024-21, a guess as 1984~, a stretch as 2024-06-17/2024-06-21</source>
        <translation>das ist kein Datum; schreiben Sie 2024, 2024-06, 2024-06-23, eine Jahreszeit als 2024-21, eine Vermutung als 1984~, einen Zeitraum als 2024-06-17/2024-06-21</translation>
    </message>
    <message>
        <source>a year has four figures: {number} is the last</source>
        <translation>ein Jahr hat vier Ziffern: {number} ist das letzte</translation>
    </message>
    <message>
        <source>this is no address of the web; write https://host/path</source>
        <translation>das ist keine Netzadresse; schreiben Sie https://host/pfad</translation>
    </message>
    <message>
        <source>the path has signs that cannot be seen; rename the file first</source>
        <translation>der Pfad enthält unsichtbare Zeichen; benennen Sie die Datei zuerst um</translation>
    </message>
    <message>
        <source>this is no number of arXiv; write 2406.01234, 2406.01234v2 or hep-th/9901001</source>
        <translation>das ist keine arXiv-Nummer; schreiben Sie 2406.01234, 2406.01234v2 oder hep-th/9901001</translation>
    </message>
    <message>
        <source>an ISSN has two groups of four figures: {example}</source>
        <translation>eine ISSN hat zwei Gruppen aus vier Ziffern: {example}</translation>
    </message>
    <message>
        <source>the check digit of the ISSN is wrong; look at it again</source>
        <translation>die Prüfziffer der ISSN stimmt nicht; sehen Sie noch einmal nach</translation>
    </message>
    <message>
        <source>this is no {identifier}; write {form}</source>
        <translation>das ist keine gültige Angabe ({identifier}); schreiben Sie {form}</translation>
    </message>
    <message>
        <source>id of OpenReview</source>
        <translation>Kennung von OpenReview</translation>
    </message>
    <message>
        <source>the id behind forum?id=</source>
        <translation>die Kennung hinter forum?id=</translation>
    </message>
    <message>
        <source>ISBN with a right check digit</source>
        <translation>ISBN mit richtiger Prüfziffer</translation>
    </message>
    <message>
        <source>number of PubMed</source>
        <translation>PubMed-Nummer</translation>
    </message>
    <message>
        <source>key of DBLP</source>
        <translation>DBLP-Schlüssel</translation>
    </message>
    <message>
        <source>number of Semantic Scholar</source>
        <translation>Nummer von Semantic Scholar</translation>
    </message>
    <message>
        <source>CorpusId:215416146 or 40 hexadecimal figures</source>
        <translation>CorpusId:215416146 oder 40 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>number of OpenAlex</source>
        <translation>Nummer von OpenAlex</translation>
    </message>
    <message>
        <source>{what} has bytes that are no text in UTF-8; type it anew</source>
        <translation>{what}: darin sind Bytes, die kein UTF-8-Text sind; geben Sie es neu ein</translation>
    </message>
    <message>
        <source>the collection&apos;s name</source>
        <translation>der Name der Sammlung</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no collection: write a name, or names parted by one slash</source>
        <translation>„{text}“ ist keine Sammlung: schreiben Sie einen Namen oder Namen mit je einem Schrägstrich dazwischen</translation>
    </message>
    <message>
        <source>the path of a collection has at most {number} characters and {levels} levels</source>
        <translation>der Pfad einer Sammlung hat höchstens {number} Zeichen und {levels} Ebenen</translation>
    </message>
    <message>
        <source>there is a collection &quot;{path}&quot; already; put the papers into it instead</source>
        <translation>eine Sammlung „{path}“ gibt es schon; legen Sie die Arbeiten dort hinein</translation>
    </message>
    <message>
        <source>there is no collection &quot;{path}&quot;; &apos;refman collect&apos; shows those there are</source>
        <translation>eine Sammlung „{path}“ gibt es nicht; die vorhandenen stehen in der Liste links</translation>
    </message>
    <message>
        <source>a citekey is that of one entry, and not of several</source>
        <translation>ein Zitierschlüssel gehört zu einem Eintrag, nicht zu mehreren</translation>
    </message>
    <message>
        <source>{key} is the key of another entry: {title}</source>
        <translation>{key} ist der Schlüssel eines anderen Eintrags: {title}</translation>
    </message>
    <message>
        <source>{key} is the key of another entry in the bin: {title}</source>
        <translation>{key} ist der Schlüssel eines anderen Eintrags im Papierkorb: {title}</translation>
    </message>
    <message>
        <source>there is no field &quot;{name}&quot;.{near} &apos;refman edit --fields&apos; shows them; extra.NAME keeps any other</source>
        <translation>ein Feld „{name}“ gibt es nicht.{near} Nehmen Sie eines der Liste; extra.NAME nimmt jedes andere auf</translation>
    </message>
    <message>
        <source>{name}: the name of a foreign field has at most {number} characters that can be printed</source>
        <translation>{name}: der Name eines fremden Felds hat höchstens {number} sichtbare Zeichen</translation>
    </message>
    <message>
        <source>type what is to be found</source>
        <translation>geben Sie ein, was gesucht wird</translation>
    </message>
    <message>
        <source>what is found, and what is put in its place, has at most {number} characters</source>
        <translation>was gesucht und was dafür eingesetzt wird, hat höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>in {name} nothing is replaced: set it, or rename it</source>
        <translation>in {name} wird nichts ersetzt: setzen Sie es, oder benennen Sie es um</translation>
    </message>
    <message>
        <source>the pattern cannot be read: it is too deep or too large</source>
        <translation>das Muster ist nicht lesbar: es ist zu tief oder zu groß</translation>
    </message>
    <message>
        <source>the pattern cannot be read: {error}</source>
        <translation>das Muster ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>it would have more than {number} characters</source>
        <translation>es hätte mehr als {number} Zeichen</translation>
    </message>
    <message>
        <source>there is no query to save</source>
        <translation>es gibt keine Suche zu speichern</translation>
    </message>
    <message>
        <source>there is a saved search {name} already</source>
        <translation>eine gespeicherte Suche {name} gibt es schon</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no name for a search; take one word</source>
        <translation>„{text}“ ist kein Name für eine Suche; nehmen Sie ein Wort</translation>
    </message>
    <message>
        <source>there is no saved search {name}</source>
        <translation>eine gespeicherte Suche {name} gibt es nicht</translation>
    </message>
    <message>
        <source>no entry of {label} stands here</source>
        <translation>hier steht kein Eintrag in {label}</translation>
    </message>
    <message>
        <source>a second entry; only one can stand here</source>
        <translation>ein zweiter Eintrag; hier kann nur einer stehen</translation>
    </message>
    <message>
        <source>{key}: {why}</source>
        <translation>{key}: {why}</translation>
    </message>
    <message>
        <source>the query is too long: at most {number} characters</source>
        <translation>die Suche ist zu lang: höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>bytes stand here that are no text in UTF-8</source>
        <translation>hier stehen Bytes, die kein UTF-8-Text sind</translation>
    </message>
    <message>
        <source>there is no letter or digit to search</source>
        <translation>es ist kein Buchstabe und keine Ziffer zu suchen</translation>
    </message>
    <message>
        <source>this &quot;(&quot; has no &quot;)&quot;</source>
        <translation>diese „(“ hat keine „)“</translation>
    </message>
    <message>
        <source>too many parentheses</source>
        <translation>zu viele Klammern</translation>
    </message>
    <message>
        <source>this &quot;-&quot; stands alone: write -word, with no blank between, for what is not wanted, or leave it out</source>
        <translation>dieses „-“ steht allein: schreiben Sie -Wort, ohne Leerzeichen dazwischen, für das, was nicht gewünscht ist, oder lassen Sie es weg</translation>
    </message>
    <message>
        <source>{name} needs a condition behind it; in quotes it is a word</source>
        <translation>{name} braucht dahinter eine Bedingung; in Anführungszeichen ist es ein Wort</translation>
    </message>
    <message>
        <source>{name} needs a condition on either side of it; in quotes it is a word</source>
        <translation>{name} braucht auf beiden Seiten eine Bedingung; in Anführungszeichen ist es ein Wort</translation>
    </message>
    <message>
        <source>too many words: at most {number}</source>
        <translation>zu viele Wörter: höchstens {number}</translation>
    </message>
    <message>
        <source>too many conditions: at most {number}</source>
        <translation>zu viele Bedingungen: höchstens {number}</translation>
    </message>
    <message>
        <source>the quote is not closed</source>
        <translation>das Anführungszeichen wird nicht geschlossen</translation>
    </message>
    <message>
        <source>there is no field &quot;{name}&quot;.{near} In quotes it is searched as text; the fields are {names}</source>
        <translation>ein Feld „{name}“ gibt es nicht.{near} In Anführungszeichen wird es als Text gesucht; die Felder sind {names}</translation>
    </message>
    <message>
        <source>{name}: needs a value right behind it</source>
        <translation>{name}: braucht gleich dahinter einen Wert</translation>
    </message>
    <message>
        <source>no letter or digit stands behind the colon</source>
        <translation>hinter dem Doppelpunkt steht kein Buchstabe und keine Ziffer</translation>
    </message>
    <message>
        <source>a phrase of too many words: at most {number}</source>
        <translation>eine Wendung aus zu vielen Wörtern: höchstens {number}</translation>
    </message>
    <message>
        <source>&quot;*&quot; needs {number} letters before it</source>
        <translation>„*“ braucht {number} Buchstaben davor</translation>
    </message>
    <message>
        <source>{name}: there is no &quot;{text}&quot;.{near}</source>
        <translation>{name}: „{text}“ gibt es nicht.{near}</translation>
    </message>
    <message>
        <source>{name}: there is no &quot;{text}&quot;.{near} It may be {names}</source>
        <translation>{name}: „{text}“ gibt es nicht.{near} Möglich sind {names}</translation>
    </message>
    <message>
        <source>year: &quot;{text}&quot; is none; write 2023, 2023..2025, 2023.. or ..2025</source>
        <translation>year: „{text}“ ist kein Jahr; schreiben Sie 2023, 2023..2025, 2023.. oder ..2025</translation>
    </message>
    <message>
        <source>no match: {why}</source>
        <translation>kein Treffer: {why}</translation>
    </message>
    <message>
        <source>dead link</source>
        <translation>toter Link</translation>
    </message>
    <message numerus="yes">
        <source>%n dead link(s)</source>
        <translation>
            <numerusform>%n toter Link</numerusform>
            <numerusform>%n tote Links</numerusform>
        </translation>
    </message>
    <message>
        <source>it was published since</source>
        <translation>inzwischen veröffentlicht</translation>
    </message>
    <message>
        <source>sure: {why}</source>
        <translation>sicher: {why}</translation>
    </message>
    <message>
        <source>ambiguous: {number} records, {margin} apart</source>
        <translation>mehrdeutig: {number} Datensätze, Abstand {margin}</translation>
    </message>
    <message>
        <source>a record to choose from</source>
        <translation>ein Datensatz zur Wahl</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to choose from</source>
        <translation>
            <numerusform>%n Datensatz zur Wahl</numerusform>
            <numerusform>%n Datensätze zur Wahl</numerusform>
        </translation>
    </message>
    <message>
        <source>year {year}, but {other} in {source}</source>
        <translation>Jahr {year}, aber {other} bei {source}</translation>
    </message>
    <message>
        <source>your own word stays</source>
        <translation>Ihr eigenes Wort bleibt</translation>
    </message>
    <message>
        <source>{field} is your own word and stays; &apos;refman edit&apos; changes it</source>
        <translation>{field} ist Ihr eigenes Wort und bleibt; bearbeiten Sie das Feld selbst, um es zu ändern</translation>
    </message>
    <message>
        <source>there is no record {number} among the {all} found</source>
        <translation>einen Datensatz {number} gibt es unter den {all} gefundenen nicht</translation>
    </message>
    <message>
        <source>what is there is trusted more for it</source>
        <translation>dem Vorhandenen wird dafür mehr vertraut</translation>
    </message>
    <message>
        <source>nothing else is said of {field}</source>
        <translation>zu {field} wird nichts anderes gesagt</translation>
    </message>
    <message>
        <source>entry {number} is not there any more</source>
        <translation>Eintrag {number} ist nicht mehr da</translation>
    </message>
    <message>
        <source>nothing is kept of a look-up of {key}; &apos;refman lookup&apos; makes one</source>
        <translation>vom Nachschlagen von {key} ist nichts aufbewahrt; schlagen Sie die Arbeit zuerst nach</translation>
    </message>
    <message>
        <source>no record is sure; choose one of them by its number</source>
        <translation>kein Datensatz ist sicher; wählen Sie einen nach seiner Nummer</translation>
    </message>
    <message>
        <source>no publication of it was found that it could become</source>
        <translation>es wurde keine Veröffentlichung gefunden, die es werden könnte</translation>
    </message>
    <message>
        <source>what was said of duplicates: {error}</source>
        <translation>was über Dubletten gesagt wurde: {error}</translation>
    </message>
    <message>
        <source>what was chosen of a look-up: {error}</source>
        <translation>was vom Nachschlagen gewählt wurde: {error}</translation>
    </message>
    <message>
        <source>none of these papers has {field} to be chosen</source>
        <translation>keine dieser Arbeiten hat etwas zur Wahl in {field}</translation>
    </message>
    <message>
        <source>entry {number} has no {field}</source>
        <translation>Eintrag {number} hat kein Feld {field}</translation>
    </message>
    <message>
        <source>{key} was changed meanwhile: nothing was merged; look at it anew</source>
        <translation>{key} wurde inzwischen geändert: nichts wurde zusammengeführt; sehen Sie neu nach</translation>
    </message>
    <message>
        <source>{field} holds one value: choose one</source>
        <translation>{field} hat einen Wert: wählen Sie einen</translation>
    </message>
    <message>
        <source>there is nothing to search by: give a title or a DOI</source>
        <translation>es gibt nichts, wonach gesucht werden kann: geben Sie einen Titel oder eine DOI an</translation>
    </message>
    <message>
        <source>services cannot be asked by it</source>
        <translation>danach können Dienste nicht gefragt werden</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no identifier to search by: {why}</source>
        <translation>„{text}“ ist keine Kennung, nach der gesucht werden kann: {why}</translation>
    </message>
    <message>
        <source>no identifier</source>
        <translation>keine Kennung</translation>
    </message>
    <message>
        <source>a bare number is no identifier: write its label before it</source>
        <translation>eine bloße Zahl ist keine Kennung: schreiben Sie davor, was sie ist</translation>
    </message>
    <message>
        <source>no arXiv number: it names no month</source>
        <translation>keine arXiv-Nummer: sie nennt keinen Monat</translation>
    </message>
    <message>
        <source>no ISBN: its check digit is wrong</source>
        <translation>keine ISBN: ihre Prüfziffer stimmt nicht</translation>
    </message>
    <message>
        <source>a DOI that breaks off</source>
        <translation>eine DOI, die abbricht</translation>
    </message>
    <message>
        <source>an address that names no paper</source>
        <translation>eine Adresse, die keine Arbeit nennt</translation>
    </message>
    <message>
        <source>another version or class is known</source>
        <translation>eine andere Fassung oder Klasse ist bekannt</translation>
    </message>
    <message>
        <source>another one is known, or the user&apos;s word</source>
        <translation>eine andere ist bekannt, oder Ihr eigenes Wort</translation>
    </message>
    <message>
        <source>the publication&apos;s: a person may take it</source>
        <translation>die der Veröffentlichung: Sie können sie übernehmen</translation>
    </message>
    <message>
        <source>the user&apos;s word</source>
        <translation>Ihr eigenes Wort</translation>
    </message>
    <message>
        <source>the preprint&apos;s DOI</source>
        <translation>die DOI des Preprints</translation>
    </message>
    <message>
        <source>of another version of the work</source>
        <translation>aus einer anderen Fassung des Werks</translation>
    </message>
    <message>
        <source>a preprint has no place of that kind</source>
        <translation>ein Preprint hat keinen solchen Ort</translation>
    </message>
    <message>
        <source>a preprint is an article by itself</source>
        <translation>ein Preprint ist ein Artikel für sich</translation>
    </message>
    <message>
        <source>another source is trusted more for it</source>
        <translation>einer anderen Quelle wird dafür mehr vertraut</translation>
    </message>
    <message>
        <source>the user&apos;s own value stays</source>
        <translation>Ihr eigener Wert bleibt</translation>
    </message>
    <message>
        <source>the entry has a value of its own</source>
        <translation>der Eintrag hat einen eigenen Wert</translation>
    </message>
    <message>
        <source>the preprint&apos;s record names the publication&apos;s DOI</source>
        <translation>der Datensatz des Preprints nennt die DOI der Veröffentlichung</translation>
    </message>
    <message>
        <source>published in {venue}</source>
        <translation>erschienen in {venue}</translation>
    </message>
    <message>
        <source>published</source>
        <translation>erschienen</translation>
    </message>
    <message>
        <source>the year is {year}</source>
        <translation>das Jahr ist {year}</translation>
    </message>
    <message>
        <source>it ends before it begins: {date}</source>
        <translation>es endet, bevor es beginnt: {date}</translation>
    </message>
    <message>
        <source>the volume is of {year}, the date {other}</source>
        <translation>der Band ist von {year}, das Datum {other}</translation>
    </message>
    <message>
        <source>the conference was in {year}, the date is {other}</source>
        <translation>die Konferenz war {year}, das Datum ist {other}</translation>
    </message>
    <message>
        <source>arXiv gave the number in {month}, the date is {date}</source>
        <translation>arXiv vergab die Nummer {month}, das Datum ist {date}</translation>
    </message>
    <message>
        <source>the pages run backwards: {pages}</source>
        <translation>die Seiten laufen rückwärts: {pages}</translation>
    </message>
    <message>
        <source>two numbers of arXiv: {first} / {second}</source>
        <translation>zwei arXiv-Nummern: {first} / {second}</translation>
    </message>
    <message>
        <source>a name is empty</source>
        <translation>ein Name ist leer</translation>
    </message>
    <message>
        <source>a name is hidden</source>
        <translation>ein Name ist verborgen</translation>
    </message>
    <message>
        <source>one name {number} times</source>
        <translation>ein Name {number}-mal</translation>
    </message>
    <message>
        <source>the title has no letters</source>
        <translation>der Titel hat keine Buchstaben</translation>
    </message>
    <message>
        <source>title and venue are the same</source>
        <translation>Titel und Erscheinungsort sind gleich</translation>
    </message>
    <message>
        <source>the abstract is the title</source>
        <translation>der Abstract ist der Titel</translation>
    </message>
    <message>
        <source>all that they say is equal</source>
        <translation>alles, was sie sagen, ist gleich</translation>
    </message>
    <message>
        <source>a preprint and a publication: {kinds}</source>
        <translation>ein Preprint und eine Veröffentlichung: {kinds}</translation>
    </message>
    <message>
        <source>two kinds of work: {kinds}</source>
        <translation>zwei Arten von Werk: {kinds}</translation>
    </message>
    <message>
        <source>perhaps two kinds of work: {kinds}</source>
        <translation>vielleicht zwei Arten von Werk: {kinds}</translation>
    </message>
    <message>
        <source>two volumes: {both}</source>
        <translation>zwei Bände: {both}</translation>
    </message>
    <message>
        <source>two editions: {both}</source>
        <translation>zwei Auflagen: {both}</translation>
    </message>
    <message>
        <source>two chapters: {both}</source>
        <translation>zwei Kapitel: {both}</translation>
    </message>
    <message>
        <source>two numbers: {both}</source>
        <translation>zwei Nummern: {both}</translation>
    </message>
    <message>
        <source>volumes differ: {both}</source>
        <translation>Bände unterscheiden sich: {both}</translation>
    </message>
    <message>
        <source>pages differ: {both}</source>
        <translation>Seiten unterscheiden sich: {both}</translation>
    </message>
    <message>
        <source>two ISBNs</source>
        <translation>zwei ISBN</translation>
    </message>
    <message>
        <source>two forums of OpenReview</source>
        <translation>zwei Foren von OpenReview</translation>
    </message>
    <message>
        <source>two {id}s: {first} / {second}</source>
        <translation>zweierlei {id}: {first} / {second}</translation>
    </message>
    <message>
        <source>two preprint&apos;s DOIs: {first} / {second}</source>
        <translation>zwei DOI von Preprints: {first} / {second}</translation>
    </message>
    <message>
        <source>two archive&apos;s DOIs: {first} / {second}</source>
        <translation>zwei DOI von Archiven: {first} / {second}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>preprint</source>
        <translation>Preprint</translation>
    </message>
    <message>
        <source>article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>book</source>
        <translation>Buch</translation>
    </message>
    <message>
        <source>part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>thesis</source>
        <translation>Abschlussarbeit</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>patent</source>
        <translation>Patent</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>{id} is equal</source>
        <translation>{id} ist gleich</translation>
    </message>
    <message>
        <source>preprint&apos;s DOI</source>
        <translation>DOI des Preprints</translation>
    </message>
    <message>
        <source>archive&apos;s DOI</source>
        <translation>DOI des Archivs</translation>
    </message>
    <message>
        <source>many works have this title</source>
        <translation>viele Werke haben diesen Titel</translation>
    </message>
    <message>
        <source>{number} of venue, volume, page agree</source>
        <translation>{number} von Erscheinungsort, Band und Seite stimmen überein</translation>
    </message>
    <message>
        <source>venue, volume or page agree</source>
        <translation>Erscheinungsort, Band oder Seite stimmen überein</translation>
    </message>
    <message numerus="yes">
        <source>%n years lie between them</source>
        <translation>
            <numerusform>dazwischen liegt %n Jahr</numerusform>
            <numerusform>dazwischen liegen %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>abstracts have {percent} in common</source>
        <translation>die Abstracts haben {percent} gemeinsam</translation>
    </message>
    <message>
        <source>years are equal</source>
        <translation>die Jahre sind gleich</translation>
    </message>
    <message numerus="yes">
        <source>years are %n apart</source>
        <translation>
            <numerusform>die Jahre liegen %n auseinander</numerusform>
            <numerusform>die Jahre liegen %n auseinander</numerusform>
        </translation>
    </message>
    <message>
        <source>authors are not known in both</source>
        <translation>die Autoren sind nicht bei beiden bekannt</translation>
    </message>
    <message>
        <source>authors are equal</source>
        <translation>die Autoren sind gleich</translation>
    </message>
    <message>
        <source>persons in one, a body in the other</source>
        <translation>Personen im einen, eine Körperschaft im anderen</translation>
    </message>
    <message>
        <source>{number} of {all} authors agree</source>
        <translation>{number} von {all} Autoren stimmen überein</translation>
    </message>
    <message>
        <source>authors differ: {why}</source>
        <translation>die Autoren unterscheiden sich: {why}</translation>
    </message>
    <message>
        <source>{why}, the other list has {number}</source>
        <translation>{why}, die andere Liste hat {number}</translation>
    </message>
    <message>
        <source>authors agree: {number} of {all}</source>
        <translation>die Autoren stimmen überein: {number} von {all}</translation>
    </message>
    <message>
        <source>a title is not there</source>
        <translation>ein Titel fehlt</translation>
    </message>
    <message>
        <source>titles are equal</source>
        <translation>die Titel sind gleich</translation>
    </message>
    <message>
        <source>titles are alike by {ratio} only</source>
        <translation>die Titel gleichen sich nur zu {ratio}</translation>
    </message>
    <message>
        <source>titles are alike by {ratio}, but words differ</source>
        <translation>die Titel gleichen sich zu {ratio}, aber Wörter unterscheiden sich</translation>
    </message>
    <message>
        <source>titles are alike by {ratio}</source>
        <translation>die Titel gleichen sich zu {ratio}</translation>
    </message>
    <message>
        <source>words that oppose: {words}</source>
        <translation>Wörter im Gegensatz: {words}</translation>
    </message>
    <message>
        <source>{word} in one title</source>
        <translation>{word} in einem Titel</translation>
    </message>
    <message>
        <source>a work itself</source>
        <translation>ein Werk selbst</translation>
    </message>
    <message>
        <source>the work itself</source>
        <translation>das Werk selbst</translation>
    </message>
    <message>
        <source>one is a short form: {labels}</source>
        <translation>eines ist eine Kurzform: {labels}</translation>
    </message>
    <message>
        <source>not the same kind of text: {labels}</source>
        <translation>nicht dieselbe Art von Text: {labels}</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>retraction</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>Erwiderung</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>review</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>titles are equal, but one has a subtitle</source>
        <translation>die Titel sind gleich, aber einer hat einen Untertitel</translation>
    </message>
    <message>
        <source>one title is cut, and the other goes on from there</source>
        <translation>ein Titel ist abgeschnitten, und der andere geht dort weiter</translation>
    </message>
    <message>
        <source>one title names a part, the first</source>
        <translation>ein Titel nennt einen Teil, den ersten</translation>
    </message>
    <message>
        <source>one title names a part: {part}</source>
        <translation>ein Titel nennt einen Teil: {part}</translation>
    </message>
    <message>
        <source>numbers stand in another order</source>
        <translation>Zahlen stehen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>a number in one title only: {text}</source>
        <translation>eine Zahl nur in einem Titel: {text}</translation>
    </message>
    <message>
        <source>numbers differ: {both}</source>
        <translation>Zahlen unterscheiden sich: {both}</translation>
    </message>
    <message>
        <source>said to be no duplicates</source>
        <translation>als keine Dubletten bezeichnet</translation>
    </message>
    <message>
        <source>a group of many</source>
        <translation>eine Gruppe aus vielen</translation>
    </message>
    <message>
        <source>no source has a record like it</source>
        <translation>keine Quelle hat einen solchen Datensatz</translation>
    </message>
    <message>
        <source>no source could be asked</source>
        <translation>keine Quelle konnte gefragt werden</translation>
    </message>
    <message>
        <source>not every source could be asked, and no record is it</source>
        <translation>nicht jede Quelle konnte gefragt werden, und kein Datensatz ist es</translation>
    </message>
    <message>
        <source>it has neither a title nor an identifier to ask by</source>
        <translation>sie hat weder Titel noch Kennung, nach denen gefragt werden könnte</translation>
    </message>
    <message>
        <source>nothing is taken without you; it would be: {why}</source>
        <translation>ohne Sie wird nichts übernommen; es wäre: {why}</translation>
    </message>
    <message>
        <source>versions of one work, or two works: {why}</source>
        <translation>Fassungen eines Werks oder zwei Werke: {why}</translation>
    </message>
    <message>
        <source>two works: {why}</source>
        <translation>zwei Werke: {why}</translation>
    </message>
    <message>
        <source>perhaps versions of one work: {said}</source>
        <translation>vielleicht Fassungen eines Werks: {said}</translation>
    </message>
    <message>
        <source>versions of one work: {why}</source>
        <translation>Fassungen eines Werks: {why}</translation>
    </message>
    <message>
        <source>more records look right than can be compared</source>
        <translation>mehr Datensätze sehen richtig aus, als verglichen werden können</translation>
    </message>
    <message>
        <source>another source says other things of this identifier</source>
        <translation>eine andere Quelle sagt zu dieser Kennung anderes</translation>
    </message>
    <message>
        <source>one record of {sources}: {why}</source>
        <translation>ein Datensatz von {sources}: {why}</translation>
    </message>
    <message>
        <source>{why}, as in the record of {sources}</source>
        <translation>{why}, wie im Datensatz von {sources}</translation>
    </message>
    <message>
        <source>{why}, but {doubt}</source>
        <translation>{why}, aber {doubt}</translation>
    </message>
    <message>
        <source>the record is of another kind: {kinds}</source>
        <translation>der Datensatz ist von anderer Art: {kinds}</translation>
    </message>
    <message>
        <source>they appeared in two places</source>
        <translation>sie erschienen an zwei Orten</translation>
    </message>
    <message>
        <source>perhaps another version of the work: {why}</source>
        <translation>vielleicht eine andere Fassung des Werks: {why}</translation>
    </message>
    <message>
        <source>{ids} equal</source>
        <translation>{ids} gleich</translation>
    </message>
    <message>
        <source>the record has no title</source>
        <translation>der Datensatz hat keinen Titel</translation>
    </message>
    <message>
        <source>{why}: version {version} of it, {wanted} was asked for</source>
        <translation>{why}: Fassung {version} davon, gefragt war {wanted}</translation>
    </message>
    <message>
        <source>one names the other as its version</source>
        <translation>eines nennt das andere als seine Fassung</translation>
    </message>
    <message>
        <source>one names the other as its version, and the titles agree</source>
        <translation>eines nennt das andere als seine Fassung, und die Titel stimmen überein</translation>
    </message>
    <message>
        <source>title and abstract agree</source>
        <translation>Titel und Abstract stimmen überein</translation>
    </message>
    <message>
        <source>title and abstract agree, but {doubt}</source>
        <translation>Titel und Abstract stimmen überein, aber {doubt}</translation>
    </message>
    <message>
        <source>titles agree, but {doubt}</source>
        <translation>die Titel stimmen überein, aber {doubt}</translation>
    </message>
    <message>
        <source>a work of the same title: {why}</source>
        <translation>ein Werk mit demselben Titel: {why}</translation>
    </message>
    <message>
        <source>titles agree, and no second field: {why}</source>
        <translation>die Titel stimmen überein, sonst kein Feld: {why}</translation>
    </message>
    <message>
        <source>title and authors agree, and no year tells</source>
        <translation>Titel und Autoren stimmen überein, und kein Jahr ist angegeben</translation>
    </message>
    <message>
        <source>title and authors agree, but {doubt}</source>
        <translation>Titel und Autoren stimmen überein, aber {doubt}</translation>
    </message>
    <message>
        <source>title, authors and year agree</source>
        <translation>Titel, Autoren und Jahr stimmen überein</translation>
    </message>
    <message>
        <source>title, authors, year and place agree</source>
        <translation>Titel, Autoren, Jahr und Ort stimmen überein</translation>
    </message>
    <message>
        <source>{why}: a slip, or another word</source>
        <translation>{why}: ein Schreibfehler oder ein anderes Wort</translation>
    </message>
    <message>
        <source>the title is short, and there is one author</source>
        <translation>der Titel ist kurz, und es gibt nur einen Autor</translation>
    </message>
    <message>
        <source>perhaps renamed: {why}</source>
        <translation>vielleicht umbenannt: {why}</translation>
    </message>
    <message>
        <source>the same venue</source>
        <translation>derselbe Erscheinungsort</translation>
    </message>
    <message>
        <source>two venues</source>
        <translation>zwei Erscheinungsorte</translation>
    </message>
    <message>
        <source>volume or page equal</source>
        <translation>Band oder Seite gleich</translation>
    </message>
    <message>
        <source>identifiers</source>
        <translation>Kennungen</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>Abstract</translation>
    </message>
    <message>
        <source>authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>Erscheinungsort</translation>
    </message>
    <message>
        <source>details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>{label} was left out: {why}</source>
        <translation>{label} wurde ausgelassen: {why}</translation>
    </message>
    <message>
        <source>{label} was not asked (offline); the cache lacks {answers}</source>
        <translation>{label} wurde nicht gefragt (offline); im Zwischenspeicher fehlt: {answers}</translation>
    </message>
    <message>
        <source>{label} did not give {answers}; the first: {why}</source>
        <translation>{label} gab nicht: {answers}; zuerst: {why}</translation>
    </message>
    <message>
        <source>{label} did not give {answers}; the first: {host} cannot be found (is this machine online?) ({url})</source>
        <translation>{label} gab nicht: {answers}; zuerst: {host} ist nicht zu finden (ist dieser Rechner online?) ({url})</translation>
    </message>
    <message>
        <source>{label} did not give {answers}; the first: {host} has a fault of its own ({status}) ({url})</source>
        <translation>{label} gab nicht: {answers}; zuerst: {host} hat selbst einen Fehler ({status}) ({url})</translation>
    </message>
    <message>
        <source>{label} did not give {answers}; the first: {host} is asked too much ({status}), for another {time} ({url})</source>
        <translation>{label} gab nicht: {answers}; zuerst: {host} wird zu oft gefragt ({status}), noch für {time} ({url})</translation>
    </message>
    <message>
        <source>{label} did not give {answers}; the first: {host} sends more than {number} MiB (web.limit_mb) ({url})</source>
        <translation>{label} gab nicht: {answers}; zuerst: {host} sendet mehr als {number} MiB (web.limit_mb) ({url})</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>{label} asks to wait {seconds} s</source>
        <translation>{label} bittet, {seconds} s zu warten</translation>
    </message>
    <message>
        <source>{source} refuses what it is asked: {refusal}</source>
        <translation>{source} lehnt die Anfrage ab: {refusal}</translation>
    </message>
    <message>
        <source>no reason given</source>
        <translation>ohne Angabe von Gründen</translation>
    </message>
    <message>
        <source>its answer cannot be read: {why}</source>
        <translation>die Antwort ist nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>{source} gave no answer that can be read: {why}</source>
        <translation>{source} gab keine lesbare Antwort: {why}</translation>
    </message>
    <message>
        <source>it is a web page and no JSON</source>
        <translation>es ist eine Webseite und kein JSON</translation>
    </message>
    <message>
        <source>status {status}, {why}</source>
        <translation>Status {status}, {why}</translation>
    </message>
    <message>
        <source>more than {number} MB</source>
        <translation>mehr als {number} MB</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is not the JSON that was asked for: {error}</source>
        <translation>es ist nicht das erbetene JSON: {error}</translation>
    </message>
    <message>
        <source>it is no feed: {text}</source>
        <translation>es ist kein Feed: {text}</translation>
    </message>
    <message>
        <source>the feed is cut</source>
        <translation>der Feed bricht ab</translation>
    </message>
    <message>
        <source>it holds no record</source>
        <translation>sie enthält keinen Datensatz</translation>
    </message>
    <message>
        <source>it is no record, or a cut one: {text}</source>
        <translation>es ist kein Datensatz oder ein abgeschnittener: {text}</translation>
    </message>
    <message>
        <source>it holds no work</source>
        <translation>sie enthält kein Werk</translation>
    </message>
    <message>
        <source>the search is not available</source>
        <translation>die Suche steht nicht zur Verfügung</translation>
    </message>
    <message>
        <source>{number} papers were asked for, {other} came</source>
        <translation>{number} Arbeiten waren gefragt, {other} kamen</translation>
    </message>
    <message>
        <source>it holds no list of papers</source>
        <translation>sie enthält keine Liste von Arbeiten</translation>
    </message>
    <message>
        <source>same {ids}</source>
        <translation>gleich: {ids}</translation>
    </message>
    <message>
        <source>same title and authors</source>
        <translation>gleicher Titel und gleiche Autoren</translation>
    </message>
    <message>
        <source>same title, and all that it says is there</source>
        <translation>gleicher Titel, und alles, was sie sagt, ist vorhanden</translation>
    </message>
    <message>
        <source>all that it says is there</source>
        <translation>alles, was sie sagt, ist vorhanden</translation>
    </message>
    <message>
        <source>{why}; read twice</source>
        <translation>{why}; zweimal gelesen</translation>
    </message>
    <message>
        <source>like {key}: {why}</source>
        <translation>ähnlich {key}: {why}</translation>
    </message>
    <message>
        <source>{why}; it lies in the bin</source>
        <translation>{why}; sie liegt im Papierkorb</translation>
    </message>
    <message>
        <source>{why}; not filled: {fault}</source>
        <translation>{why}; nicht ergänzt: {fault}</translation>
    </message>
    <message numerus="yes">
        <source>the library has it %n times</source>
        <translation>
            <numerusform>die Bibliothek hat sie %n-mal</numerusform>
            <numerusform>die Bibliothek hat sie %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>{host} {why} ({url})</source>
        <translation>{host} {why} ({url})</translation>
    </message>
    <message>
        <source>{host} {why}; it is left out of this run ({url})</source>
        <translation>{host} {why}; für diesen Lauf ausgelassen ({url})</translation>
    </message>
    <message>
        <source>{host} is not asked any more in this run: it {why}</source>
        <translation>{host} wird in diesem Lauf nicht mehr gefragt: {why}</translation>
    </message>
    <message>
        <source>{url} is not in the cache, and nothing else is asked (web.offline)</source>
        <translation>{url} ist nicht im Zwischenspeicher, und sonst wird nichts gefragt (web.offline)</translation>
    </message>
    <message>
        <source>is asked too much ({status})</source>
        <translation>wird zu oft gefragt ({status})</translation>
    </message>
    <message>
        <source>is asked too much ({status}), for another {time}</source>
        <translation>wird zu oft gefragt ({status}), noch für {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>has a fault of its own ({status})</source>
        <translation>hat selbst einen Fehler ({status})</translation>
    </message>
    <message>
        <source>sends nothing where {wanted} is due</source>
        <translation>sendet nichts, wo {wanted} erwartet wird</translation>
    </message>
    <message>
        <source>sends something else where {wanted} is due, such as a page for people</source>
        <translation>sendet etwas anderes, wo {wanted} erwartet wird, etwa eine Seite für Menschen</translation>
    </message>
    <message>
        <source>cannot be asked: the address or a header is not valid</source>
        <translation>kann nicht gefragt werden: Adresse oder Kopfzeile ist ungültig</translation>
    </message>
    <message>
        <source>shows a certificate that is not valid</source>
        <translation>zeigt ein ungültiges Zertifikat</translation>
    </message>
    <message>
        <source>cannot be found (is this machine online?)</source>
        <translation>ist nicht zu finden (ist dieser Rechner online?)</translation>
    </message>
    <message>
        <source>refuses connections</source>
        <translation>lehnt Verbindungen ab</translation>
    </message>
    <message>
        <source>takes too long to answer</source>
        <translation>braucht zu lange für eine Antwort</translation>
    </message>
    <message>
        <source>sends a body that cannot be unpacked</source>
        <translation>sendet Inhalt, der sich nicht auspacken lässt</translation>
    </message>
    <message>
        <source>sends headers that cannot be read</source>
        <translation>sendet unlesbare Kopfzeilen</translation>
    </message>
    <message>
        <source>breaks off the encrypted connection</source>
        <translation>bricht die verschlüsselte Verbindung ab</translation>
    </message>
    <message>
        <source>breaks off in the middle</source>
        <translation>bricht mittendrin ab</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>lies in a private network</source>
        <translation>liegt in einem privaten Netz</translation>
    </message>
    <message>
        <source>sends more than {number} MiB (web.limit_mb)</source>
        <translation>sendet mehr als {number} MiB (web.limit_mb)</translation>
    </message>
    <message>
        <source>not an address of the web</source>
        <translation>keine Netzadresse</translation>
    </message>
    <message>
        <source>no such port</source>
        <translation>kein solcher Port</translation>
    </message>
    <message>
        <source>{url} is not asked: there is a user&apos;s name in it</source>
        <translation>{url} wird nicht gefragt: darin steht ein Benutzername</translation>
    </message>
    <message>
        <source>{url} is not an address of the web ({why})</source>
        <translation>{url} ist keine Netzadresse ({why})</translation>
    </message>
    <message>
        <source>the whole exchange took too long</source>
        <translation>der ganze Austausch dauerte zu lange</translation>
    </message>
    <message>
        <source>connecting took too long</source>
        <translation>das Verbinden dauerte zu lange</translation>
    </message>
    <message>
        <source>redirects more than {number} times</source>
        <translation>leitet mehr als {number}-mal weiter</translation>
    </message>
    <message>
        <source>sends a key to somebody else</source>
        <translation>sendet einen Schlüssel an jemand anderen</translation>
    </message>
    <message>
        <source>sends on to what is no address</source>
        <translation>leitet an etwas weiter, das keine Adresse ist</translation>
    </message>
    <message>
        <source>answers {status}, which says nothing of it</source>
        <translation>antwortet {status}, was nichts darüber sagt</translation>
    </message>
    <message>
        <source>sends round and round</source>
        <translation>leitet im Kreis</translation>
    </message>
    <message>
        <source>{url} sends round</source>
        <translation>{url} leitet im Kreis</translation>
    </message>
    <message>
        <source>{url} sends to no address</source>
        <translation>{url} leitet zu keiner Adresse</translation>
    </message>
    <message>
        <source>sends to what is no address</source>
        <translation>leitet zu etwas, das keine Adresse ist</translation>
    </message>
    <message>
        <source>is deleted, or private ({status})</source>
        <translation>ist gelöscht oder privat ({status})</translation>
    </message>
    <message>
        <source>was taken down for legal reasons ({status})</source>
        <translation>wurde aus rechtlichen Gründen entfernt ({status})</translation>
    </message>
    <message>
        <source>was blocked by GitHub ({status})</source>
        <translation>wurde von GitHub gesperrt ({status})</translation>
    </message>
    <message>
        <source>was disabled ({status})</source>
        <translation>wurde abgeschaltet ({status})</translation>
    </message>
    <message>
        <source>does not take the key (sources.github.key)</source>
        <translation>nimmt den Schlüssel nicht an (sources.github.key)</translation>
    </message>
    <message>
        <source>does not take the key (sources.hugging_face.key)</source>
        <translation>nimmt den Schlüssel nicht an (sources.hugging_face.key)</translation>
    </message>
    <message>
        <source>sends to its site&apos;s first page, as sites do for what is gone</source>
        <translation>leitet zur Startseite, wie es bei Verschwundenem üblich ist</translation>
    </message>
    <message>
        <source>sends to {host}, which {why}</source>
        <translation>leitet zu {host}; der {why}</translation>
    </message>
    <message>
        <source>asks whether one is a person</source>
        <translation>fragt, ob man ein Mensch ist</translation>
    </message>
    <message>
        <source>says on its page that it is not there</source>
        <translation>sagt auf seiner Seite, dass es nicht da ist</translation>
    </message>
    <message>
        <source>does not tell a program where it leads</source>
        <translation>sagt einem Programm nicht, wohin es führt</translation>
    </message>
    <message>
        <source>asks for a login</source>
        <translation>verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>is no address of the web that may be asked</source>
        <translation>ist keine Netzadresse, die gefragt werden darf</translation>
    </message>
    <message>
        <source>has given up its name</source>
        <translation>hat seinen Namen aufgegeben</translation>
    </message>
    <message>
        <source>its host shows its pages to people who are signed in only</source>
        <translation>sein Host zeigt seine Seiten nur Angemeldeten</translation>
    </message>
    <message>
        <source>its host answers alike for what is there and what is not</source>
        <translation>sein Host antwortet gleich auf Vorhandenes und Fehlendes</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht da</translation>
    </message>
    <message>
        <source>is gone for good</source>
        <translation>ist endgültig verschwunden</translation>
    </message>
    <message>
        <source>asks for money</source>
        <translation>verlangt Geld</translation>
    </message>
    <message>
        <source>does not let programs in</source>
        <translation>lässt Programme nicht ein</translation>
    </message>
    <message>
        <source>is asked too much</source>
        <translation>wird zu oft gefragt</translation>
    </message>
    <message>
        <source>is not shown here for legal reasons</source>
        <translation>wird hier aus rechtlichen Gründen nicht gezeigt</translation>
    </message>
    <message>
        <source>{why} ({status})</source>
        <translation>{why} ({status})</translation>
    </message>
    <message>
        <source>{host}: {why}</source>
        <translation>{host}: {why}</translation>
    </message>
    <message>
        <source>{host} {why} ({url}); {what}</source>
        <translation>{host} {why} ({url}); {what}</translation>
    </message>
    <message>
        <source>{host} cannot be found (is this machine online?) ({url})</source>
        <translation>{host} ist nicht zu finden (ist dieser Rechner online?) ({url})</translation>
    </message>
    <message>
        <source>{host} has a fault of its own ({status}) ({url})</source>
        <translation>{host} hat selbst einen Fehler ({status}) ({url})</translation>
    </message>
    <message>
        <source>{host} is asked too much ({status}), for another {time} ({url})</source>
        <translation>{host} wird zu oft gefragt ({status}), noch für {time} ({url})</translation>
    </message>
    <message>
        <source>{host} sends more than {number} MiB (web.limit_mb) ({url})</source>
        <translation>{host} sendet mehr als {number} MiB (web.limit_mb) ({url})</translation>
    </message>
    <message>
        <source>cannot be asked</source>
        <translation>kann nicht gefragt werden</translation>
    </message>
    <message>
        <source>cannot be asked: the address is not valid</source>
        <translation>kann nicht gefragt werden: die Adresse ist nicht gültig</translation>
    </message>
    <message>
        <source>is not asked, for web.offline is set</source>
        <translation>wird nicht gefragt, denn web.offline ist gesetzt</translation>
    </message>
    <message>
        <source>Zotero says: {text}</source>
        <translation>Zotero sagt: {text}</translation>
    </message>
    <message>
        <source>Zotero does not say why</source>
        <translation>Zotero sagt nicht, warum</translation>
    </message>
    <message>
        <source>sends something else where JSON is due</source>
        <translation>sendet etwas anderes, wo JSON erwartet wird</translation>
    </message>
    <message>
        <source>sends something else where a list is due</source>
        <translation>sendet etwas anderes, wo eine Liste erwartet wird</translation>
    </message>
    <message>
        <source>sends something else where a key is due</source>
        <translation>sendet etwas anderes, wo ein Schlüssel erwartet wird</translation>
    </message>
    <message>
        <source>tells of more than {number} objects</source>
        <translation>spricht von mehr als {number} Objekten</translation>
    </message>
    <message>
        <source>answers with status {number}</source>
        <translation>antwortet mit Status {number}</translation>
    </message>
    <message>
        <source>is not what answers there</source>
        <translation>ist es nicht, was dort antwortet</translation>
    </message>
    <message>
        <source>close the other program, such as JabRef, or set zotero.port</source>
        <translation>schließen Sie das andere Programm, etwa JabRef, oder setzen Sie zotero.port</translation>
    </message>
    <message>
        <source>open Zotero, and see that zotero.port is the port at which it listens</source>
        <translation>öffnen Sie Zotero und sehen Sie nach, ob zotero.port der Port ist, an dem es lauscht</translation>
    </message>
    <message>
        <source>does not let other programs in</source>
        <translation>lässt andere Programme nicht zu</translation>
    </message>
    <message>
        <source>allow it in Zotero: Settings &gt; Advanced &gt; Allow other applications on this computer to communicate with Zotero</source>
        <translation>erlauben Sie es in Zotero: Einstellungen &gt; Erweitert &gt; Anderen Anwendungen auf diesem Computer erlauben, mit Zotero zu kommunizieren</translation>
    </message>
    <message>
        <source>has no API here: it is older than Zotero 7</source>
        <translation>hat hier keine API: es ist älter als Zotero 7</translation>
    </message>
    <message>
        <source>is another one than before</source>
        <translation>ist ein anderes als zuvor</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>versuchen Sie es noch einmal</translation>
    </message>
    <message>
        <source>try again in a while</source>
        <translation>versuchen Sie es nach einer Weile noch einmal</translation>
    </message>
    <message>
        <source>try again, and choose &quot;Always Allow&quot; in Zotero</source>
        <translation>versuchen Sie es noch einmal, und wählen Sie in Zotero „Immer erlauben“</translation>
    </message>
    <message>
        <source>Zotero was not told whether refman may write: it {why}; {what}</source>
        <translation>Zotero hat nicht erfahren, ob refman schreiben darf: es {why}; {what}</translation>
    </message>
    <message>
        <source>was told that refman may not write</source>
        <translation>wurde angewiesen, refman nicht schreiben zu lassen</translation>
    </message>
    <message>
        <source>lets refman write but once each time it is asked</source>
        <translation>lässt refman je Nachfrage nur einmal schreiben</translation>
    </message>
    <message>
        <source>does not take the key that it gave just now</source>
        <translation>nimmt den Schlüssel nicht an, den es eben gegeben hat</translation>
    </message>
    <message>
        <source>cannot be written to in this way</source>
        <translation>lässt sich auf diesem Weg nicht ändern</translation>
    </message>
    <message>
        <source>Zotero 10 can</source>
        <translation>erst ab Zotero 10 geht das</translation>
    </message>
    <message>
        <source>does not let this library be changed</source>
        <translation>lässt Änderungen an dieser Bibliothek nicht zu</translation>
    </message>
    <message>
        <source>does not have this library or collection any more</source>
        <translation>hat diese Bibliothek oder Sammlung nicht mehr</translation>
    </message>
    <message>
        <source>keeps this library locked at the moment</source>
        <translation>hält diese Bibliothek zurzeit gesperrt</translation>
    </message>
    <message>
        <source>does not know the key in zotero.web_key</source>
        <translation>kennt den Schlüssel in zotero.web_key nicht</translation>
    </message>
    <message>
        <source>does not say whose key it is</source>
        <translation>sagt nicht, wem der Schlüssel gehört</translation>
    </message>
    <message>
        <source>does not allow this with the key in zotero.web_key</source>
        <translation>erlaubt das mit dem Schlüssel in zotero.web_key nicht</translation>
    </message>
    <message>
        <source>give it the right to write at https://www.zotero.org/settings/keys</source>
        <translation>geben Sie ihm auf https://www.zotero.org/settings/keys das Recht zu schreiben</translation>
    </message>
    <message>
        <source>make one at https://www.zotero.org/settings/keys</source>
        <translation>legen Sie einen auf https://www.zotero.org/settings/keys an</translation>
    </message>
    <message>
        <source>there is no key for the library on the web: {what}, and set zotero.web_key</source>
        <translation>für die Bibliothek auf zotero.org gibt es keinen Schlüssel: {what}, und setzen Sie zotero.web_key</translation>
    </message>
    <message>
        <source>zotero.web_key cannot be a key: {what}</source>
        <translation>zotero.web_key kann kein Schlüssel sein: {what}</translation>
    </message>
    <message>
        <source>zotero.web_url has to begin with https://: a key is sent there</source>
        <translation>zotero.web_url muss mit https:// beginnen: dorthin wird ein Schlüssel gesendet</translation>
    </message>
    <message>
        <source>Zotero {version} on this computer</source>
        <translation>Zotero {version} auf diesem Rechner</translation>
    </message>
    <message>
        <source>{name} at zotero.org</source>
        <translation>{name} auf zotero.org</translation>
    </message>
    <message>
        <source>My Library</source>
        <translation>Meine Bibliothek</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>{name} is no library or collection of this Zotero; ask for them anew</source>
        <translation>{name} ist keine Bibliothek oder Sammlung dieses Zotero; lassen Sie noch einmal nachsehen, welche es gibt</translation>
    </message>
    <message>
        <source>what was found has no key that can be one of Zotero&apos;s; look for it anew</source>
        <translation>was gefunden wurde, hat keinen Schlüssel, wie Zotero sie vergibt; lassen Sie noch einmal danach suchen</translation>
    </message>
    <message>
        <source>it was changed in Zotero meanwhile</source>
        <translation>inzwischen in Zotero geändert</translation>
    </message>
    <message>
        <source>it is not in Zotero any more</source>
        <translation>nicht mehr in Zotero</translation>
    </message>
    <message>
        <source>it is too large for Zotero</source>
        <translation>zu groß für Zotero</translation>
    </message>
    <message>
        <source>a note: {why}</source>
        <translation>eine Notiz: {why}</translation>
    </message>
    <message>
        <source>the collection {name}: {why}</source>
        <translation>die Sammlung {name}: {why}</translation>
    </message>
    <message>
        <source>the file {name}: {why}</source>
        <translation>die Datei {name}: {why}</translation>
    </message>
    <message>
        <source>the file {name}: it cannot be read: {error}</source>
        <translation>die Datei {name}: sie ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>the link {name}: {why}</source>
        <translation>der Link {name}: {why}</translation>
    </message>
    <message>
        <source>the push broke off before it</source>
        <translation>der Vorgang brach vorher ab</translation>
    </message>
    <message>
        <source>files of this kind are not sent</source>
        <translation>Dateien dieser Art werden nicht gesendet</translation>
    </message>
    <message>
        <source>it is no {suffix}, whatever its name says</source>
        <translation>ihr Inhalt ist kein {suffix}, auch wenn ihr Name es sagt</translation>
    </message>
    <message>
        <source>its name does not tell in which folder it lies</source>
        <translation>ihr Name sagt nicht, in welchem Ordner sie liegt</translation>
    </message>
    <message>
        <source>it lies outside of the library&apos;s folder</source>
        <translation>sie liegt außerhalb des Ordners Ihrer Bibliothek</translation>
    </message>
    <message>
        <source>it is not there</source>
        <translation>sie ist nicht da</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is larger than {number} MiB</source>
        <translation>sie ist größer als {number} MiB</translation>
    </message>
    <message>
        <source>it was changed while it was sent</source>
        <translation>sie wurde geändert, während sie gesendet wurde</translation>
    </message>
    <message>
        <source>there is no room for it in your storage at Zotero</source>
        <translation>in Ihrem Speicher bei Zotero ist kein Platz dafür</translation>
    </message>
    <message>
        <source>Zotero does not say where to send it</source>
        <translation>Zotero sagt nicht, wohin sie gesendet werden soll</translation>
    </message>
    <message>
        <source>Zotero wants it sent to somebody else</source>
        <translation>Zotero will sie an jemand anderen senden lassen</translation>
    </message>
    <message>
        <source>zotero.org wants it sent to no address of the web</source>
        <translation>zotero.org nennt als Ziel keine Adresse im Netz</translation>
    </message>
    <message>
        <source>the store of files {why}</source>
        <translation>der Dateispeicher {why}</translation>
    </message>
    <message>
        <source>it is not in Zotero yet</source>
        <translation>noch nicht in Zotero</translation>
    </message>
    <message>
        <source>it is added in any case</source>
        <translation>wird auf jeden Fall hinzugefügt</translation>
    </message>
    <message>
        <source>it was sent on {date}</source>
        <translation>am {date} gesendet</translation>
    </message>
    <message>
        <source>it was sent on {date}: {why}</source>
        <translation>am {date} gesendet: {why}</translation>
    </message>
    <message>
        <source>it was sent on {date}, and is not in Zotero any more</source>
        <translation>am {date} gesendet und nicht mehr in Zotero</translation>
    </message>
    <message>
        <source>whether it is in Zotero cannot be seen</source>
        <translation>ob sie in Zotero ist, lässt sich nicht sehen</translation>
    </message>
    <message>
        <source>what is in Zotero already cannot be seen: {why}</source>
        <translation>was schon in Zotero ist, lässt sich nicht sehen: {why}</translation>
    </message>
    <message>
        <source>it is known by its item</source>
        <translation>ihr Eintrag ist bekannt</translation>
    </message>
    <message>
        <source>title and authors agree</source>
        <translation>Titel und Autoren stimmen überein</translation>
    </message>
    <message>
        <source>another version of it</source>
        <translation>eine andere Fassung</translation>
    </message>
    <message>
        <source>what may be the same</source>
        <translation>vielleicht dieselbe Arbeit</translation>
    </message>
    <message>
        <source>{what} is in Zotero: {key}</source>
        <translation>in Zotero ist {what}: {key}</translation>
    </message>
    <message>
        <source>it is the same item as {name}</source>
        <translation>derselbe Eintrag wie {name}</translation>
    </message>
    <message>
        <source>it is in Zotero: {why}</source>
        <translation>schon in Zotero: {why}</translation>
    </message>
    <message>
        <source>it is in Zotero, and cannot be changed this way: {why}</source>
        <translation>schon in Zotero und auf diesem Weg nicht zu ändern: {why}</translation>
    </message>
    <message>
        <source>it is in Zotero as it is here: {why}</source>
        <translation>in Zotero schon so wie hier: {why}</translation>
    </message>
    <message>
        <source>{name}: was changed here and in Zotero</source>
        <translation>{name}: hier und in Zotero geändert</translation>
    </message>
    <message>
        <source>{name}: is otherwise in Zotero</source>
        <translation>{name}: in Zotero anders</translation>
    </message>
    <message>
        <source>{name}: was changed in Zotero</source>
        <translation>{name}: in Zotero geändert</translation>
    </message>
    <message>
        <source>{name}: was emptied in Zotero</source>
        <translation>{name}: in Zotero geleert</translation>
    </message>
    <message>
        <source>the tag {name}</source>
        <translation>das Schlagwort {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Notiz</numerusform>
            <numerusform>%n Notizen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that it may lack</source>
        <translation>
            <numerusform>%n Notiz, die vielleicht fehlt</numerusform>
            <numerusform>%n Notizen, die vielleicht fehlen</numerusform>
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
        <source>%n link(s) that it may lack</source>
        <translation>
            <numerusform>%n Link, der vielleicht fehlt</numerusform>
            <numerusform>%n Links, die vielleicht fehlen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that it may lack</source>
        <translation>
            <numerusform>%n Datei, die vielleicht fehlt</numerusform>
            <numerusform>%n Dateien, die vielleicht fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>Zotero asks whether refman may write: choose &quot;Always Allow&quot; in its window</source>
        <translation>Zotero fragt, ob refman schreiben darf: Wählen Sie in seinem Fenster „Immer erlauben“</translation>
    </message>
    <message>
        <source>{name} is no library or collection of Zotero; &apos;refman push --targets&apos; shows those there are</source>
        <translation>{name} ist keine Bibliothek oder Sammlung von Zotero; wählen Sie eine vorhandene</translation>
    </message>
    <message>
        <source>{name} means several in Zotero; &apos;refman push --targets&apos; shows those there are</source>
        <translation>mit {name} können in Zotero mehrere gemeint sein; wählen Sie eine davon</translation>
    </message>
    <message>
        <source>you stopped it</source>
        <translation>Sie haben es angehalten</translation>
    </message>
    <message>
        <source>in this way refman cannot see what is in Zotero already</source>
        <translation>auf diesem Weg kann refman nicht sehen, was schon in Zotero ist</translation>
    </message>
    <message>
        <source>Zotero goes to the library or collection that the papers are put into</source>
        <translation>Zotero wechselt zu der Bibliothek oder Sammlung, in die die Arbeiten kommen</translation>
    </message>
    <message>
        <source>the connector can only add items</source>
        <translation>der Connector, über den Browser speichern, kann Einträge nur hinzufügen</translation>
    </message>
    <message>
        <source>sends something else than its collections</source>
        <translation>sendet etwas anderes als seine Sammlungen</translation>
    </message>
    <message>
        <source>{name} cannot be changed by you; choose another library or collection</source>
        <translation>{name} dürfen Sie nicht ändern; wählen Sie eine andere Bibliothek oder Sammlung</translation>
    </message>
    <message>
        <source>no answer came; look whether it is in Zotero before you push it again</source>
        <translation>es kam keine Antwort; sehen Sie nach, ob die Arbeit in Zotero ist, bevor Sie sie noch einmal senden</translation>
    </message>
    <message>
        <source>its place, your tags, its files, or a part of these: it was stopped</source>
        <translation>Platz, eigene Schlagwörter, Dateien oder ein Teil davon: es wurde angehalten</translation>
    </message>
    <message>
        <source>has nothing open that takes items</source>
        <translation>hat nichts offen, was Einträge annimmt</translation>
    </message>
    <message>
        <source>open a library there that you can change</source>
        <translation>öffnen Sie dort eine Bibliothek, die Sie ändern können</translation>
    </message>
    <message>
        <source>Zotero {why}</source>
        <translation>Zotero {why}</translation>
    </message>
    <message>
        <source>its place, {name}: {why}</source>
        <translation>Platz in {name}: {why}</translation>
    </message>
    <message>
        <source>your tags, {name}: {why}</source>
        <translation>eigene Schlagwörter ({name}): {why}</translation>
    </message>
    <message>
        <source>only PDFs can be sent this way</source>
        <translation>auf diesem Weg lassen sich nur PDFs senden</translation>
    </message>
    <message>
        <source>this library takes no files</source>
        <translation>diese Bibliothek nimmt keine Dateien an</translation>
    </message>
    <message>
        <source>start it anew</source>
        <translation>starten Sie es neu</translation>
    </message>
    <message>
        <source>Zotero answers with status {number}</source>
        <translation>Zotero antwortet mit Status {number}</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of a collection&apos;s name</source>
        <translation>Zotero nimmt vom Namen einer Sammlung höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of an address</source>
        <translation>Zotero nimmt von einer Adresse höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of a field</source>
        <translation>Zotero nimmt von einem Feld höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of a name</source>
        <translation>Zotero nimmt von einem Namen höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of a note</source>
        <translation>Zotero nimmt von einer Notiz höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>Zotero takes {number} characters of a tag</source>
        <translation>Zotero nimmt von einem Schlagwort höchstens {number} Zeichen</translation>
    </message>
    <message>
        <source>an item can name others only once they are in Zotero too</source>
        <translation>ein Eintrag kann andere erst nennen, wenn auch sie in Zotero sind</translation>
    </message>
    <message>
        <source>the connector puts all into one library or collection, and makes none</source>
        <translation>der Connector legt alles in eine Bibliothek oder Sammlung und keine neuen an</translation>
    </message>
    <message>
        <source>links that come by the connector are pages</source>
        <translation>Links, die über den Connector kommen, gelten als Seiten</translation>
    </message>
    <message>
        <source>links that come by the connector have no tags; the note of the links names them</source>
        <translation>Links, die über den Connector kommen, haben keine Schlagwörter; die Notiz der Links nennt sie</translation>
    </message>
    <message>
        <source>links that come by the connector have no note; the note of the links has it</source>
        <translation>Links, die über den Connector kommen, haben keine Notiz; sie steht in der Notiz der Links</translation>
    </message>
    <message>
        <source>collections.cut</source>
        <translation>gekürzte Namen von Sammlungen</translation>
    </message>
    <message>
        <source>fields.cut</source>
        <translation>gekürzte Felder</translation>
    </message>
    <message>
        <source>keywords.cut</source>
        <translation>gekürzte Schlagwörter</translation>
    </message>
    <message>
        <source>names.cut</source>
        <translation>gekürzte Namen</translation>
    </message>
    <message>
        <source>notes.cut</source>
        <translation>gekürzte Notizen</translation>
    </message>
    <message>
        <source>links.media_type</source>
        <translation>Medientypen von Links</translation>
    </message>
    <message>
        <source>links.note</source>
        <translation>Notizen zu Links</translation>
    </message>
    <message>
        <source>links.tags</source>
        <translation>Schlagwörter von Links</translation>
    </message>
    <message>
        <source>links.too_long</source>
        <translation>zu lange Links</translation>
    </message>
    <message>
        <source>there is no library {path} yet</source>
        <translation>es gibt noch keine Bibliothek {path}</translation>
    </message>
    <message>
        <source>Zotero {version} takes nothing by its local API; Zotero 10 does</source>
        <translation>Zotero {version} nimmt über seine lokale Schnittstelle nichts an; Zotero 10 tut es</translation>
    </message>
    <message>
        <source>this Zotero only takes new items from other programs; Zotero 10 also lets them bring items up to date</source>
        <translation>dieses Zotero nimmt von anderen Programmen nur neue Einträge an; ab Zotero 10 können sie Einträge auch auf den neuesten Stand bringen</translation>
    </message>
    <message>
        <source>its type: {why}</source>
        <translation>der Eintragstyp: {why}</translation>
    </message>
    <message>
        <source>it was sent on {date}: the citation key is equal</source>
        <translation>am {date} gesendet: der Schlüssel ist gleich</translation>
    </message>
    <message>
        <source>it is in Zotero, and lacks nothing: {why}</source>
        <translation>in Zotero, und dort fehlt nichts: {why}</translation>
    </message>
    <message>
        <source>nothing in Zotero takes items this way; open a library of your own there, or choose another way</source>
        <translation>nichts in Zotero nimmt auf diesem Weg Einträge an; öffnen Sie dort eine eigene Bibliothek, oder wählen Sie einen anderen Weg</translation>
    </message>
    <message>
        <source>a blank name is no library or collection of Zotero; &apos;refman push --targets&apos; shows those there are</source>
        <translation>ein leerer Name ist keine Bibliothek oder Sammlung von Zotero; wählen Sie eine vorhandene</translation>
    </message>
    <message>
        <source>{name} may only be read this way; choose another</source>
        <translation>{name} kann auf diesem Weg nur gelesen werden; wählen Sie ein anderes Ziel</translation>
    </message>
    <message>
        <source>another push is under way; wait until it has ended, and push again</source>
        <translation>es wird schon an Zotero gesendet; warten Sie, bis das beendet ist, und senden Sie dann noch einmal</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file in it</source>
        <translation>{path} ist ein Ordner; nennen Sie eine Datei darin</translation>
    </message>
    <message>
        <source>{path} is no file but a device or pipe</source>
        <translation>{path} ist keine Datei, sondern ein Gerät oder eine Pipe</translation>
    </message>
    <message>
        <source>{path} is not a library of refman but another program&apos;s database: give another with --library</source>
        <translation>{path} ist keine Bibliothek von refman, sondern die Datenbank eines anderen Programms: öffnen Sie eine andere</translation>
    </message>
    <message>
        <source>{path} was written by a later refman (version {version} of the file; this one reads {newest}): update refman</source>
        <translation>{path} wurde von einem neueren refman geschrieben (Version {version} der Datei; dieses liest {newest}): aktualisieren Sie refman</translation>
    </message>
    <message>
        <source>{path} is of an earlier refman (version {version} of the file), and may not be brought to this one: open it once for writing</source>
        <translation>{path} ist von einem früheren refman (Version {version} der Datei) und darf nicht umgestellt werden: öffnen Sie sie einmal zum Schreiben</translation>
    </message>
    <message>
        <source>{path} is damaged ({why}): save it with `refman library repair`, or go back with `refman library restore`</source>
        <translation>{path} ist beschädigt ({why}): sie muss repariert oder aus einer früheren Kopie zurückgeholt werden</translation>
    </message>
    <message>
        <source>its version is not there</source>
        <translation>ihre Version fehlt</translation>
    </message>
    <message>
        <source>{path} lies on a network drive ({kind}): it is slower there, and must not be used from two computers at once; a folder of this computer is better</source>
        <translation>{path} liegt auf einem Netzlaufwerk ({kind}): dort ist sie langsamer und darf nicht von zwei Rechnern zugleich benutzt werden; besser ist ein Ordner dieses Rechners</translation>
    </message>
    <message>
        <source>shared folder</source>
        <translation>freigegebener Ordner</translation>
    </message>
    <message>
        <source>not all of {path} is found by a search, until it is opened once for writing</source>
        <translation>nicht alles in {path} wird von einer Suche gefunden, bis sie einmal zum Schreiben geöffnet wird</translation>
    </message>
    <message>
        <source>{path} cannot be used ({error}): nothing was changed; look whether its disk has room and can be written</source>
        <translation>{path} ist nicht benutzbar ({error}): nichts wurde geändert; sehen Sie nach, ob der Datenträger Platz hat und beschreibbar ist</translation>
    </message>
    <message>
        <source>there is no room for {path} on its disk: nothing was changed; make room, and do it again</source>
        <translation>für {path} ist auf dem Datenträger kein Platz: nichts wurde geändert; schaffen Sie Platz, und tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>another program is writing into {path}: wait until it is done, and do it again</source>
        <translation>ein anderes Programm schreibt in {path}: warten Sie, bis es fertig ist, und tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>another program has been writing into {path} for more than {seconds} s: wait until it is done, and do it again</source>
        <translation>ein anderes Programm schreibt seit mehr als {seconds} s in {path}: warten Sie, bis es fertig ist, und tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>another program is writing into {path}; waiting for it</source>
        <translation>ein anderes Programm schreibt in {path}; es wird gewartet</translation>
    </message>
    <message>
        <source>{path} may not be written ({error}): nothing was changed; ask for the right to write it and its folder, or give another with --library</source>
        <translation>{path} darf nicht geschrieben werden ({error}): nichts wurde geändert; besorgen Sie das Schreibrecht für Datei und Ordner, oder öffnen Sie eine andere Bibliothek</translation>
    </message>
    <message>
        <source>{path} is not a library of refman, or its beginning is damaged: give another with --library, save it with `refman library repair`, or go back with `refman library restore`</source>
        <translation>{path} ist keine Bibliothek von refman, oder ihr Anfang ist beschädigt: öffnen Sie eine andere; oder sie muss repariert oder aus einer früheren Kopie zurückgeholt werden</translation>
    </message>
    <message>
        <source>bytes stand in a name or a value that are no text in UTF-8: nothing was changed; type it anew</source>
        <translation>in einem Namen oder Wert stehen Bytes, die kein UTF-8-Text sind: nichts wurde geändert; geben Sie es neu ein</translation>
    </message>
    <message>
        <source>{path} cannot be used: {error}</source>
        <translation>{path} ist nicht benutzbar: {error}</translation>
    </message>
    <message>
        <source>another file was put in the place of the library {path}: nothing was written; open it anew</source>
        <translation>an die Stelle der Bibliothek {path} wurde eine andere Datei gesetzt: nichts wurde geschrieben; öffnen Sie sie neu</translation>
    </message>
    <message>
        <source>the library {path} is not there any more: nothing was written; put it back, and open it anew</source>
        <translation>die Bibliothek {path} ist nicht mehr da: nichts wurde geschrieben; legen Sie sie zurück, und öffnen Sie sie neu</translation>
    </message>
    <message>
        <source>the work was stopped</source>
        <translation>die Arbeit wurde abgebrochen</translation>
    </message>
    <message>
        <source>an entry without a number cannot be removed</source>
        <translation>ein Eintrag ohne Nummer kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>entry {number} is there already</source>
        <translation>Eintrag {number} ist schon da</translation>
    </message>
    <message>
        <source>entry {number} was changed meanwhile</source>
        <translation>Eintrag {number} wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>the {what} &quot;{name}&quot; was changed meanwhile</source>
        <translation>„{name}“ ({what}) wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>not duplicates</source>
        <translation>keine Dubletten</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>{conflict} in {path}: nothing was changed; look at it anew, and do it again</source>
        <translation>{conflict}: nichts wurde geändert in {path}; sehen Sie neu nach, und tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>a part of what was to be done in {path} failed: nothing was changed</source>
        <translation>ein Teil dessen, was in {path} zu tun war, ist misslungen: nichts wurde geändert</translation>
    </message>
    <message>
        <source>entry {number} is not there, to {step}</source>
        <translation>Eintrag {number} ist nicht da für: {step}</translation>
    </message>
    <message>
        <source>{path} is the library itself; name another file</source>
        <translation>{path} ist die Bibliothek selbst; nennen Sie eine andere Datei</translation>
    </message>
    <message>
        <source>{path} cannot be written: {error}</source>
        <translation>{path} lässt sich nicht schreiben: {error}</translation>
    </message>
    <message>
        <source>the library has no name: give --library a file&apos;s</source>
        <translation>die Bibliothek hat keinen Namen: wählen Sie eine Datei für sie</translation>
    </message>
    <message>
        <source>there is no format {name}; there are {names}</source>
        <translation>ein Format {name} gibt es nicht; es gibt {names}</translation>
    </message>
    <message>
        <source>{path} cannot be read: {error}</source>
        <translation>{path} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>{path} is a database, perhaps your library: choose another name with -o</source>
        <translation>{path} ist eine Datenbank, vielleicht Ihre Bibliothek: wählen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>{path} may not be written; change its permissions first</source>
        <translation>{path} darf nicht geschrieben werden; ändern Sie zuerst die Rechte</translation>
    </message>
    <message>
        <source>it was not noted that {name} has them: {why}</source>
        <translation>nicht vermerkt, dass sie in {name} stehen: {why}</translation>
    </message>
    <message>
        <source>{path} was changed by another program meanwhile, so nothing was written; run the command again</source>
        <translation>{path} wurde inzwischen von einem anderen Programm geändert, darum wurde nichts geschrieben; tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>{path} cannot be written: there is no folder {folder}; make it first</source>
        <translation>{path} lässt sich nicht schreiben: den Ordner {folder} gibt es nicht; legen Sie ihn zuerst an</translation>
    </message>
    <message>
        <source>{path} is there already; give --force to replace it (a backup is kept)</source>
        <translation>{path} ist schon da; lassen Sie es ersetzen (eine Sicherung bleibt)</translation>
    </message>
    <message>
        <source>{path} is a device or a pipe; name a file, or -</source>
        <translation>{path} ist ein Gerät oder eine Pipe; nennen Sie eine Datei</translation>
    </message>
    <message>
        <source>{path} cannot be written: its name leads nowhere; choose another with -o</source>
        <translation>{path} lässt sich nicht schreiben: der Name führt nirgendwohin; wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>{path} cannot be written: {error}; choose another place with -o</source>
        <translation>{path} lässt sich nicht schreiben: {error}; wählen Sie einen anderen Ort</translation>
    </message>
    <message>
        <source>{path} cannot be written: another program is writing in its folder; run the command again</source>
        <translation>{path} lässt sich nicht schreiben: ein anderes Programm schreibt in diesen Ordner; tun Sie es noch einmal</translation>
    </message>
    <message>
        <source>{file} is no sound {encoding}; save it as UTF-8 first, so that nothing in it is harmed</source>
        <translation>{file} ist kein fehlerfreies {encoding}; speichern Sie es zuerst als UTF-8, damit nichts darin Schaden nimmt</translation>
    </message>
    <message>
        <source>{file} would be read in another encoding than {encoding} with what is to be written; save it as UTF-8 first</source>
        <translation>{file} würde mit dem, was zu schreiben ist, in einer anderen Kodierung als {encoding} gelesen; speichern Sie es zuerst als UTF-8</translation>
    </message>
    <message>
        <source>what is read cannot be kept in {folder} ({error}): make room there, or name another folder in TMPDIR</source>
        <translation>was gelesen wird, kann in {folder} nicht aufbewahrt werden ({error}): schaffen Sie dort Platz, oder nennen Sie in TMPDIR einen anderen Ordner</translation>
    </message>
    <message>
        <source>what was read is not there any more; open it again</source>
        <translation>was gelesen wurde, ist nicht mehr da; öffnen Sie es neu</translation>
    </message>
    <message>
        <source>a name with a NUL in it is none of a file</source>
        <translation>ein Name mit einem NUL-Zeichen ist kein Dateiname</translation>
    </message>
    <message>
        <source>{file} is empty; copy the listing into it first</source>
        <translation>{file} ist leer; kopieren Sie zuerst die Liste hinein</translation>
    </message>
    <message>
        <source>{file} is {what}; this version reads text: copy its text into a .txt file</source>
        <translation>{file} ist {what}; gelesen wird Text: kopieren Sie den Text in eine .txt-Datei</translation>
    </message>
    <message>
        <source>a ZIP archive, as .docx, .xlsx and .epub are</source>
        <translation>ein ZIP-Archiv wie .docx, .xlsx und .epub</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a bzip2 archive</source>
        <translation>ein bzip2-Archiv</translation>
    </message>
    <message>
        <source>an xz archive</source>
        <translation>ein xz-Archiv</translation>
    </message>
    <message>
        <source>a 7z archive</source>
        <translation>ein 7z-Archiv</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>an old Office document</source>
        <translation>ein altes Office-Dokument</translation>
    </message>
    <message>
        <source>an SQLite database</source>
        <translation>eine SQLite-Datenbank</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>ein RTF-Dokument</translation>
    </message>
    <message>
        <source>a binary file</source>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>{file} is too big: it has {size}, and no more than {limit} MiB are read at once; cut it into parts</source>
        <translation>{file} ist zu groß: es hat {size}, und mehr als {limit} MiB werden nicht auf einmal gelesen; teilen Sie es</translation>
    </message>
    <message>
        <source>more than that</source>
        <translation>mehr als das</translation>
    </message>
    <message>
        <source>there is no file {file}; check its name and folder</source>
        <translation>eine Datei {file} gibt es nicht; prüfen Sie Namen und Ordner</translation>
    </message>
    <message>
        <source>{file} may not be read; change its permissions, or read a copy</source>
        <translation>{file} darf nicht gelesen werden; ändern Sie die Rechte, oder lesen Sie eine Kopie</translation>
    </message>
    <message>
        <source>{file} cannot be read ({error}); check it, or read a copy</source>
        <translation>{file} ist nicht lesbar ({error}); prüfen Sie es, oder lesen Sie eine Kopie</translation>
    </message>
    <message>
        <source>{folder} is a folder without a file to read</source>
        <translation>{folder} ist ein Ordner ohne lesbare Datei</translation>
    </message>
    <message>
        <source>{folder} holds more than {number} files, and the rest is not read; name a smaller folder</source>
        <translation>{folder} enthält mehr als {number} Dateien, der Rest wird nicht gelesen; nennen Sie einen kleineren Ordner</translation>
    </message>
    <message>
        <source>the folder {folder} cannot be read ({error}); change its permissions, or read a copy</source>
        <translation>der Ordner {folder} ist nicht lesbar ({error}); ändern Sie die Rechte, oder lesen Sie eine Kopie</translation>
    </message>
    <message>
        <source>there is no kind of listing {kind}; there are {names}</source>
        <translation>eine Art von Liste {kind} gibt es nicht; es gibt {names}</translation>
    </message>
    <message>
        <source>no reader is installed; install refman again</source>
        <translation>kein Leser ist installiert; installieren Sie refman neu</translation>
    </message>
    <message>
        <source>{file} is a page of more than {number} million characters; save a shorter listing</source>
        <translation>{file} ist eine Seite mit mehr als {number} Millionen Zeichen; speichern Sie eine kürzere Liste</translation>
    </message>
    <message>
        <source>{file} has more than {number} elements; save a shorter listing</source>
        <translation>{file} hat mehr als {number} Elemente; speichern Sie eine kürzere Liste</translation>
    </message>
    <message>
        <source>{file} took longer than {seconds} s to read and was stopped; save it anew with another program, or set reading.pdf_seconds higher</source>
        <translation>{file} brauchte länger als {seconds} s zum Lesen und wurde abgebrochen; speichern Sie es mit einem anderen Programm neu, oder setzen Sie reading.pdf_seconds höher</translation>
    </message>
    <message>
        <source>{file} takes more memory to read than {number} MiB and was stopped; save it anew with another program, or set reading.pdf_memory_mb higher</source>
        <translation>{file} braucht zum Lesen mehr Speicher als {number} MiB und wurde abgebrochen; speichern Sie es mit einem anderen Programm neu, oder setzen Sie reading.pdf_memory_mb höher</translation>
    </message>
    <message>
        <source>{file} is locked by a password; save a copy without one and read that</source>
        <translation>{file} ist durch ein Passwort gesperrt; speichern Sie eine Kopie ohne, und lesen Sie diese</translation>
    </message>
    <message>
        <source>{file} is a damaged PDF ({error}); open it in a viewer and save or print it anew</source>
        <translation>{file} ist ein beschädigtes PDF ({error}); öffnen Sie es in einem Betrachter, und speichern oder drucken Sie es neu</translation>
    </message>
    <message>
        <source>refman&apos;s own file {file} cannot be read; install refman again</source>
        <translation>refmans eigene Datei {file} ist nicht lesbar; installieren Sie refman neu</translation>
    </message>
    <message>
        <source>refman&apos;s own file {file} is damaged: {error}</source>
        <translation>refmans eigene Datei {file} ist beschädigt: {error}</translation>
    </message>
    <message>
        <source>refman&apos;s own file {file} is damaged in [{section}]: {error}</source>
        <translation>refmans eigene Datei {file} ist in [{section}] beschädigt: {error}</translation>
    </message>
    <message>
        <source>refman&apos;s own file {file} lacks [{section}]</source>
        <translation>refmans eigener Datei {file} fehlt [{section}]</translation>
    </message>
    <message>
        <source>{file} cannot be used as a cache: {error}</source>
        <translation>{file} ist nicht als Zwischenspeicher benutzbar: {error}</translation>
    </message>
    <message>
        <source>there is no style {name}; there are {names}</source>
        <translation>einen Stil {name} gibt es nicht; es gibt {names}</translation>
    </message>
    <message>
        <source>the citekey pattern {pattern} cannot be read: {error}</source>
        <translation>das Muster der Zitierschlüssel {pattern} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>the citekey pattern knows no part {part}; it knows {names}</source>
        <translation>das Muster der Zitierschlüssel kennt keinen Teil {part}; es kennt {names}</translation>
    </message>
    <message>
        <source>the citekey pattern knows no form {form}; it knows upper, capital and a number</source>
        <translation>das Muster der Zitierschlüssel kennt keine Form {form}; es kennt upper, capital und eine Zahl</translation>
    </message>
    <message>
        <source>the citekey pattern may not hold {signs}: take letters, digits, - _ : . + /</source>
        <translation>das Muster der Zitierschlüssel darf {signs} nicht enthalten: nehmen Sie Buchstaben, Ziffern, - _ : . + /</translation>
    </message>
    <message>
        <source>a fault in refman itself ({error})</source>
        <translation>ein Fehler in refman selbst ({error})</translation>
    </message>
    <message>
        <source>{setting} cannot be used: {error}; see &apos;refman settings&apos;</source>
        <translation>{setting} ist nicht benutzbar: {error}; siehe die Einstellungen</translation>
    </message>
    <message>
        <source>the setting {name}</source>
        <translation>die Einstellung {name}</translation>
    </message>
    <message>
        <source>the settings</source>
        <translation>die Einstellungen</translation>
    </message>
    <message>
        <source>the settings file {file} cannot be read: {error}</source>
        <translation>die Einstellungsdatei {file} ist nicht lesbar: {error}</translation>
    </message>
    <message>
        <source>there is no setting {name}; &apos;refman settings&apos; shows those there are</source>
        <translation>eine Einstellung {name} gibt es nicht; die Einstellungen zeigen die vorhandenen</translation>
    </message>
    <message>
        <source>(set, not shown)</source>
        <translation>(gesetzt, nicht gezeigt)</translation>
    </message>
    <message>
        <source>the setting {name} takes {what}</source>
        <translation>die Einstellung {name} verlangt {what}</translation>
    </message>
    <message>
        <source>there is no folder {folder}: give the full path of one</source>
        <translation>es gibt keinen Ordner {folder}: geben Sie den vollen Pfad eines Ordners an</translation>
    </message>
    <message>
        <source>the window does not speak {language}; it speaks {names}</source>
        <translation>das Fenster spricht {language} nicht; es spricht {names}</translation>
    </message>
    <message>
        <source>a pattern, as {pattern}</source>
        <translation>ein Muster wie {pattern}</translation>
    </message>
    <message>
        <source>an e-mail address, as {mail}</source>
        <translation>eine E-Mail-Adresse wie {mail}</translation>
    </message>
    <message>
        <source>an address that begins with http:// or https://, without @, ? or #</source>
        <translation>eine Adresse, die mit http:// oder https:// beginnt, ohne @, ? und #</translation>
    </message>
    <message>
        <source>names of sources, of {names}</source>
        <translation>Namen von Quellen aus {names}</translation>
    </message>
    <message>
        <source>a language, as {first} or {second}</source>
        <translation>eine Sprache wie {first} oder {second}</translation>
    </message>
    <message>
        <source>a list of keys for each action</source>
        <translation>eine Liste von Tasten für jede Aktion</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>one of {names}</source>
        <translation>eines von {names}</translation>
    </message>
    <message>
        <source>a whole number from {least} to {most}</source>
        <translation>eine ganze Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>a number from {least} to {most}</source>
        <translation>eine Zahl von {least} bis {most}</translation>
    </message>
    <message>
        <source>a number above {least} and up to {most}</source>
        <translation>eine Zahl über {least} und bis {most}</translation>
    </message>
    <message>
        <source>conference</source>
        <translation>Konferenzbeitrag</translation>
    </message>
    <message>
        <source>journal</source>
        <translation>Zeitschriftenartikel</translation>
    </message>
    <message>
        <source>chapter</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>talk</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>open</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>supplement</source>
        <translation>Ergänzung</translation>
    </message>
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
        <source>text copied off a page</source>
        <translation>von einer Seite kopierter Text</translation>
    </message>
    <message>
        <source>arXiv&apos;s daily digest</source>
        <translation>tägliche Rundmail von arXiv</translation>
    </message>
    <message>
        <source>a page of arXiv that lists papers</source>
        <translation>eine Seite von arXiv mit Arbeiten</translation>
    </message>
    <message>
        <source>an RSS or Atom feed of papers</source>
        <translation>ein RSS- oder Atom-Feed mit Arbeiten</translation>
    </message>
    <message>
        <source>Hugging Face&apos;s papers, as JSON or as a saved page</source>
        <translation>Arbeiten von Hugging Face, als JSON oder gespeicherte Seite</translation>
    </message>
    <message>
        <source>list of identifiers: DOI, arXiv, OpenReview, ISBN, PMID</source>
        <translation>Liste von Kennungen: DOI, arXiv, OpenReview, ISBN, PMID</translation>
    </message>
    <message>
        <source>list or table in Markdown</source>
        <translation>Liste oder Tabelle in Markdown</translation>
    </message>
    <message>
        <source>a conference&apos;s papers, as page or JSON: OpenReview, proceedings</source>
        <translation>Arbeiten einer Konferenz, als Seite oder JSON: OpenReview, Tagungsband</translation>
    </message>
    <message>
        <source>PDF of a paper</source>
        <translation>PDF einer Arbeit</translation>
    </message>
    <message>
        <source>bibliography as it is printed</source>
        <translation>gedrucktes Literaturverzeichnis</translation>
    </message>
    <message>
        <source>a Google Scholar alert</source>
        <translation>eine Benachrichtigung von Google Scholar</translation>
    </message>
    <message>
        <source>list of titles, one a line</source>
        <translation>Liste von Titeln, einer je Zeile</translation>
    </message>
    <message>
        <source>BibTeX or BibLaTeX</source>
        <translation>BibTeX oder BibLaTeX</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Refer/EndNote tagged</source>
        <translation>Refer/EndNote mit Marken</translation>
    </message>
    <message>
        <source>title followed by prose</source>
        <translation>Titel, dem Fließtext folgt</translation>
    </message>
    <message>
        <source>no abstract</source>
        <translation>kein Abstract</translation>
    </message>
    <message>
        <source>no authors</source>
        <translation>keine Autoren</translation>
    </message>
    <message>
        <source>no authors found</source>
        <translation>keine Autoren gefunden</translation>
    </message>
    <message numerus="yes">
        <source>title wraps over %n lines</source>
        <translation>
            <numerusform>Titel geht über %n Zeile</numerusform>
            <numerusform>Titel geht über %n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>title has a label</source>
        <translation>Titel hat eine Beschriftung</translation>
    </message>
    <message>
        <source>number or identifier before the title</source>
        <translation>Nummer oder Kennung vor dem Titel</translation>
    </message>
    <message>
        <source>author line</source>
        <translation>Zeile mit Autoren</translation>
    </message>
    <message>
        <source>identifier beside it</source>
        <translation>Kennung daneben</translation>
    </message>
    <message numerus="yes">
        <source>abstract of %n paragraphs</source>
        <translation>
            <numerusform>Abstract aus %n Absatz</numerusform>
            <numerusform>Abstract aus %n Absätzen</numerusform>
        </translation>
    </message>
    <message>
        <source>abstract breaks off</source>
        <translation>Abstract bricht ab</translation>
    </message>
    <message>
        <source>the text around it hardly reads as a listing of papers</source>
        <translation>der Text ringsum liest sich kaum wie eine Liste von Arbeiten</translation>
    </message>
    <message>
        <source>text of a page</source>
        <translation>Text einer Seite</translation>
    </message>
    <message>
        <source>page of one paper</source>
        <translation>Seite einer Arbeit</translation>
    </message>
    <message>
        <source>item of a page: {layout}</source>
        <translation>Element einer Seite: {layout}</translation>
    </message>
    <message>
        <source>record of a conference&apos;s list</source>
        <translation>Datensatz aus der Liste einer Konferenz</translation>
    </message>
    <message>
        <source>venue beside it: {text}</source>
        <translation>Erscheinungsort daneben: {text}</translation>
    </message>
    <message>
        <source>beside the title: {text}</source>
        <translation>neben dem Titel: {text}</translation>
    </message>
    <message>
        <source>row of a table with titles</source>
        <translation>Zeile einer Tabelle mit Titeln</translation>
    </message>
    <message>
        <source>not all authors are named</source>
        <translation>nicht alle Autoren sind genannt</translation>
    </message>
    <message>
        <source>title: named so</source>
        <translation>Titel: so bezeichnet</translation>
    </message>
    <message>
        <source>title: in quotes</source>
        <translation>Titel: in Anführungszeichen</translation>
    </message>
    <message>
        <source>title: a link</source>
        <translation>Titel: ein Link</translation>
    </message>
    <message>
        <source>title: bold</source>
        <translation>Titel: fett</translation>
    </message>
    <message>
        <source>title: plain text</source>
        <translation>Titel: einfacher Text</translation>
    </message>
    <message>
        <source>title: italic</source>
        <translation>Titel: kursiv</translation>
    </message>
    <message>
        <source>title: its column</source>
        <translation>Titel: seine Spalte</translation>
    </message>
    <message>
        <source>a link to the paper</source>
        <translation>ein Link zur Arbeit</translation>
    </message>
    <message>
        <source>a short or unusual title</source>
        <translation>ein kurzer oder ungewöhnlicher Titel</translation>
    </message>
    <message>
        <source>no link to the paper</source>
        <translation>kein Link zur Arbeit</translation>
    </message>
    <message>
        <source>links with labels, none to the paper</source>
        <translation>beschriftete Links, keiner zur Arbeit</translation>
    </message>
    <message>
        <source>a year beside it, no link to the paper</source>
        <translation>ein Jahr daneben, kein Link zur Arbeit</translation>
    </message>
    <message>
        <source>entry of an arXiv digest</source>
        <translation>Eintrag einer Rundmail von arXiv</translation>
    </message>
    <message>
        <source>entry breaks off</source>
        <translation>Eintrag bricht ab</translation>
    </message>
    <message>
        <source>replaced: issued is the month of its number</source>
        <translation>ersetzt: das Datum ist der Monat der Nummer</translation>
    </message>
    <message>
        <source>list of authors is cut</source>
        <translation>Autorenliste ist abgeschnitten</translation>
    </message>
    <message>
        <source>entry of an arXiv page</source>
        <translation>Eintrag einer Seite von arXiv</translation>
    </message>
    <message>
        <source>item of a feed</source>
        <translation>Element eines Feeds</translation>
    </message>
    <message>
        <source>announced as {kind}</source>
        <translation>angekündigt als {kind}</translation>
    </message>
    <message>
        <source>text breaks off: no abstract</source>
        <translation>Text bricht ab: kein Abstract</translation>
    </message>
    <message>
        <source>record of Hugging Face</source>
        <translation>Datensatz von Hugging Face</translation>
    </message>
    <message>
        <source>card of a Hugging Face page</source>
        <translation>Karte einer Seite von Hugging Face</translation>
    </message>
    <message>
        <source>entry of a Google Scholar alert</source>
        <translation>Eintrag einer Benachrichtigung von Google Scholar</translation>
    </message>
    <message>
        <source>title breaks off</source>
        <translation>Titel bricht ab</translation>
    </message>
    <message>
        <source>venue is cut</source>
        <translation>Erscheinungsort ist abgeschnitten</translation>
    </message>
    <message>
        <source>a snippet only: no abstract</source>
        <translation>nur ein Ausschnitt: kein Abstract</translation>
    </message>
    <message>
        <source>line of a list of titles</source>
        <translation>Zeile einer Liste von Titeln</translation>
    </message>
    <message>
        <source>authors beside the title</source>
        <translation>Autoren neben dem Titel</translation>
    </message>
    <message>
        <source>authors: of the metadata, and on the page</source>
        <translation>Autoren: aus den Metadaten und auf der Seite</translation>
    </message>
    <message>
        <source>authors: names below the title</source>
        <translation>Autoren: Namen unter dem Titel</translation>
    </message>
    <message>
        <source>names below the title</source>
        <translation>Namen unter dem Titel</translation>
    </message>
    <message>
        <source>DOI: on page 1, and in the metadata</source>
        <translation>DOI: auf Seite 1 und in den Metadaten</translation>
    </message>
    <message>
        <source>DOI: on page 1, outside the references</source>
        <translation>DOI: auf Seite 1, außerhalb der Literaturangaben</translation>
    </message>
    <message>
        <source>DOI: of the Crossmark badge</source>
        <translation>DOI: aus dem Crossmark-Zeichen</translation>
    </message>
    <message>
        <source>DOI: of the metadata</source>
        <translation>DOI: aus den Metadaten</translation>
    </message>
    <message>
        <source>the metadata have another DOI: not believed</source>
        <translation>die Metadaten haben eine andere DOI: nicht geglaubt</translation>
    </message>
    <message>
        <source>page 1 names {number} DOIs; the first is taken</source>
        <translation>Seite 1 nennt {number} DOI; die erste wird genommen</translation>
    </message>
    <message>
        <source>arXiv number: the stamp in the margin ({id})</source>
        <translation>arXiv-Nummer: der Stempel am Rand ({id})</translation>
    </message>
    <message>
        <source>arXiv number: a line of its own on page 1 ({id})</source>
        <translation>arXiv-Nummer: eine eigene Zeile auf Seite 1 ({id})</translation>
    </message>
    <message>
        <source>title: largest text on {where}</source>
        <translation>Titel: größter Text auf {where}</translation>
    </message>
    <message>
        <source>title: first text that stands out on {where}</source>
        <translation>Titel: erster hervortretender Text auf {where}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>no title in the metadata</source>
        <translation>kein Titel in den Metadaten</translation>
    </message>
    <message>
        <source>metadata title agrees</source>
        <translation>Titel der Metadaten stimmt überein</translation>
    </message>
    <message>
        <source>metadata title is another: not believed</source>
        <translation>Titel der Metadaten ist ein anderer: nicht geglaubt</translation>
    </message>
    <message>
        <source>cut by hand</source>
        <translation>von Hand abgeteilt</translation>
    </message>
    <message>
        <source>title chosen by hand</source>
        <translation>Titel von Hand gewählt</translation>
    </message>
    <message>
        <source>abstract chosen by hand</source>
        <translation>Abstract von Hand gewählt</translation>
    </message>
    <message>
        <source>the first line taken for the title</source>
        <translation>erste Zeile als Titel genommen</translation>
    </message>
    <message>
        <source>a whole reference</source>
        <translation>eine ganze Literaturangabe</translation>
    </message>
    <message>
        <source>no title found</source>
        <translation>kein Titel gefunden</translation>
    </message>
    <message>
        <source>no year found</source>
        <translation>kein Jahr gefunden</translation>
    </message>
    <message>
        <source>where the title ends is not sure</source>
        <translation>wo der Titel endet, ist nicht sicher</translation>
    </message>
    <message>
        <source>whether it has a journal is not sure</source>
        <translation>ob sie eine Zeitschrift hat, ist nicht sicher</translation>
    </message>
    <message>
        <source>whether a name stands first is not sure</source>
        <translation>ob ein Name am Anfang steht, ist nicht sicher</translation>
    </message>
    <message>
        <source>not placed: {text}</source>
        <translation>nicht zugeordnet: {text}</translation>
    </message>
    <message>
        <source>what kind of work it is, is not clear</source>
        <translation>was für ein Werk es ist, ist nicht klar</translation>
    </message>
    <message>
        <source>a line&apos;s end cut the word “{word}”</source>
        <translation>ein Zeilenende zerschnitt das Wort „{word}“</translation>
    </message>
    <message>
        <source>words stand before the identifier</source>
        <translation>vor der Kennung stehen Wörter</translation>
    </message>
    <message>
        <source>no title can be told from its first page; look it up by its identifier ({why})</source>
        <translation>auf der ersten Seite ist kein Titel zu erkennen; schlagen Sie nach der Kennung nach ({why})</translation>
    </message>
    <message>
        <source>taken out by hand</source>
        <translation>von Hand herausgenommen</translation>
    </message>
    <message>
        <source>part of the page: {row}</source>
        <translation>Teil der Seite: {row}</translation>
    </message>
    <message>
        <source>part of the page</source>
        <translation>Teil der Seite</translation>
    </message>
    <message>
        <source>part of the page: front matter</source>
        <translation>Teil der Seite: Vorspann</translation>
    </message>
    <message>
        <source>part of the page: no paper</source>
        <translation>Teil der Seite: keine Arbeit</translation>
    </message>
    <message>
        <source>part of the digest: no paper</source>
        <translation>Teil der Rundmail: keine Arbeit</translation>
    </message>
    <message>
        <source>part of the feed: no paper</source>
        <translation>Teil des Feeds: keine Arbeit</translation>
    </message>
    <message>
        <source>part of the alert: no paper</source>
        <translation>Teil der Benachrichtigung: keine Arbeit</translation>
    </message>
    <message>
        <source>no paper</source>
        <translation>keine Arbeit</translation>
    </message>
    <message>
        <source>text that no title goes before</source>
        <translation>Text, vor dem kein Titel steht</translation>
    </message>
    <message>
        <source>more text than an abstract has</source>
        <translation>mehr Text, als ein Abstract hat</translation>
    </message>
    <message>
        <source>an address of no paper</source>
        <translation>eine Adresse ohne Arbeit</translation>
    </message>
    <message>
        <source>text of no paper</source>
        <translation>Text ohne Arbeit</translation>
    </message>
    <message>
        <source>text that reads as no listing of papers</source>
        <translation>Text, der sich nicht wie eine Liste von Arbeiten liest</translation>
    </message>
    <message>
        <source>a section of one paper&apos;s text</source>
        <translation>ein Abschnitt aus dem Text einer Arbeit</translation>
    </message>
    <message>
        <source>a title with links, and nothing that shows a paper</source>
        <translation>ein Titel mit Links, und nichts, was auf eine Arbeit deutet</translation>
    </message>
    <message>
        <source>a heading</source>
        <translation>eine Überschrift</translation>
    </message>
    <message>
        <source>a table&apos;s head</source>
        <translation>ein Tabellenkopf</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>ein Kommentar</translation>
    </message>
    <message>
        <source>a rule</source>
        <translation>eine Linie</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>names no paper</source>
        <translation>nennt keine Arbeit</translation>
    </message>
    <message>
        <source>pictures or markup</source>
        <translation>Bilder oder Auszeichnung</translation>
    </message>
    <message>
        <source>a section that lists no papers</source>
        <translation>ein Abschnitt, der keine Arbeiten auflistet</translation>
    </message>
    <message>
        <source>too long for one paper</source>
        <translation>zu lang für eine Arbeit</translation>
    </message>
    <message>
        <source>links without a title</source>
        <translation>Links ohne Titel</translation>
    </message>
    <message>
        <source>a row that names no paper</source>
        <translation>eine Zeile, die keine Arbeit nennt</translation>
    </message>
    <message>
        <source>repeats the identifier at line {line}</source>
        <translation>wiederholt die Kennung in Zeile {line}</translation>
    </message>
    <message>
        <source>repeats the paper at line {line}</source>
        <translation>wiederholt die Arbeit in Zeile {line}</translation>
    </message>
    <message>
        <source>no PDF</source>
        <translation>kein PDF</translation>
    </message>
    <message>
        <source>no title</source>
        <translation>kein Titel</translation>
    </message>
    <message>
        <source>too long for a title</source>
        <translation>zu lang für einen Titel</translation>
    </message>
    <message>
        <source>no text on its pages, as in a scan; have its text recognised (OCR) and read it again</source>
        <translation>kein Text auf den Seiten, wie bei einem Scan; lassen Sie den Text erkennen (OCR), und lesen Sie es noch einmal</translation>
    </message>
    <message>
        <source>no title can be told from its first page; enter it by hand</source>
        <translation>auf der ersten Seite ist kein Titel zu erkennen; geben Sie ihn von Hand ein</translation>
    </message>
    <message>
        <source>heading of the bibliography</source>
        <translation>Überschrift des Literaturverzeichnisses</translation>
    </message>
    <message>
        <source>number of a page</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>too long for a reference</source>
        <translation>zu lang für eine Literaturangabe</translation>
    </message>
    <message>
        <source>no reference</source>
        <translation>keine Literaturangabe</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>Fachgebiet</translation>
    </message>
    <message>
        <source>navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>arXiv number</source>
        <translation>arXiv-Nummer</translation>
    </message>
    <message>
        <source>who submitted it</source>
        <translation>wer sie eingereicht hat</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>list of papers</source>
        <translation>Liste von Arbeiten</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>Buchstabe</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>footer</source>
        <translation>Fußzeile</translation>
    </message>
    <message>
        <source>date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>cookie banner</source>
        <translation>Cookie-Hinweis</translation>
    </message>
    <message>
        <source>button</source>
        <translation>Schaltfläche</translation>
    </message>
    <message>
        <source>where it was published</source>
        <translation>wo sie erschienen ist</translation>
    </message>
    <message>
        <source>what links to the paper</source>
        <translation>was auf die Arbeit verweist</translation>
    </message>
    <message>
        <source>votes</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>titles of templates, in lower case</source>
        <translation>Titel von Vorlagen, klein geschrieben</translation>
    </message>
    <message>
        <source>time range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>submission history</source>
        <translation>Verlauf der Einreichung</translation>
    </message>
    <message>
        <source>section heading</source>
        <translation>Abschnittsüberschrift</translation>
    </message>
    <message>
        <source>search box</source>
        <translation>Suchfeld</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>readers</source>
        <translation>Leser</translation>
    </message>
    <message>
        <source>phrase of a title page</source>
        <translation>Wendung einer Titelseite</translation>
    </message>
    <message>
        <source>page of the site</source>
        <translation>Seite der Website</translation>
    </message>
    <message>
        <source>page number</source>
        <translation>Seitenzahl</translation>
    </message>
    <message>
        <source>number of authors</source>
        <translation>Zahl der Autoren</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>name of a journal or series</source>
        <translation>Name einer Zeitschrift oder Reihe</translation>
    </message>
    <message>
        <source>link of the site</source>
        <translation>Link der Website</translation>
    </message>
    <message>
        <source>kind of thesis or report</source>
        <translation>Art von Abschlussarbeit oder Bericht</translation>
    </message>
    <message>
        <source>kind of article</source>
        <translation>Art von Artikel</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>Einrichtung</translation>
    </message>
    <message>
        <source>identifier or address</source>
        <translation>Kennung oder Adresse</translation>
    </message>
    <message>
        <source>heading of the page</source>
        <translation>Überschrift der Seite</translation>
    </message>
    <message>
        <source>heading mark</source>
        <translation>Überschriftenzeichen</translation>
    </message>
    <message>
        <source>head of a section</source>
        <translation>Kopf eines Abschnitts</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>days of the page</source>
        <translation>Tage der Seite</translation>
    </message>
    <message>
        <source>day of the page</source>
        <translation>Tag der Seite</translation>
    </message>
    <message>
        <source>date, number or place</source>
        <translation>Datum, Nummer oder Ort</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>column heading</source>
        <translation>Spaltenkopf</translation>
    </message>
    <message>
        <source>code count</source>
        <translation>Zahl der Codes</translation>
    </message>
    <message>
        <source>citations</source>
        <translation>Zitierungen</translation>
    </message>
    <message>
        <source>bullet</source>
        <translation>Aufzählungszeichen</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>affiliation</source>
        <translation>Zugehörigkeit</translation>
    </message>
    <message>
        <source>access and state</source>
        <translation>Zugang und Stand</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>put the cursor into a stretch that is to be cut</source>
        <translation>setzen Sie den Cursor in ein Textstück, das zu teilen ist</translation>
    </message>
    <message>
        <source>put the cursor to where the next paper begins</source>
        <translation>setzen Sie den Cursor dorthin, wo die nächste Arbeit beginnt</translation>
    </message>
    <message>
        <source>nothing stands behind the last stretch</source>
        <translation>hinter dem letzten Textstück steht nichts</translation>
    </message>
    <message>
        <source>nothing would be left of one of the two; J joins them</source>
        <translation>von einem der beiden bliebe nichts; J verbindet sie</translation>
    </message>
    <message>
        <source>select the words first</source>
        <translation>wählen Sie zuerst die Wörter aus</translation>
    </message>
    <message>
        <source>select words of one stretch only; J joins two</source>
        <translation>wählen Sie nur Wörter aus einem Textstück; J verbindet zwei</translation>
    </message>
    <message>
        <source>a reference of a file is corrected when it is in the library</source>
        <translation>eine Literaturangabe aus einer Datei wird berichtigt, wenn sie in der Bibliothek ist</translation>
    </message>
    <message>
        <source>correct this reference in its file, and open that again</source>
        <translation>berichtigen Sie diese Literaturangabe in ihrer Datei, und öffnen Sie diese neu</translation>
    </message>
    <message>
        <source>a brace is not closed</source>
        <translation>eine geschweifte Klammer ist nicht geschlossen</translation>
    </message>
    <message>
        <source>it belongs to no field</source>
        <translation>es gehört zu keinem Feld</translation>
    </message>
    <message>
        <source>it has no key</source>
        <translation>er hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>its key has blanks in it</source>
        <translation>sein Schlüssel enthält Leerzeichen</translation>
    </message>
    <message>
        <source>its closing bracket is missing</source>
        <translation>seine schließende Klammer fehlt</translation>
    </message>
    <message>
        <source>a closing bracket too many</source>
        <translation>eine schließende Klammer zu viel</translation>
    </message>
    <message>
        <source>a field&apos;s name has blanks in it</source>
        <translation>ein Feldname enthält Leerzeichen</translation>
    </message>
    <message>
        <source>a field without a value</source>
        <translation>ein Feld ohne Wert</translation>
    </message>
    <message>
        <source>a quotation mark is not closed, or braces between two do not match</source>
        <translation>ein Anführungszeichen ist nicht geschlossen, oder Klammern dazwischen passen nicht</translation>
    </message>
    <message>
        <source>a comma too many</source>
        <translation>ein Komma zu viel</translation>
    </message>
    <message>
        <source>a comma is missing before it</source>
        <translation>davor fehlt ein Komma</translation>
    </message>
    <message>
        <source>a comment line, which BibTeX does not know</source>
        <translation>eine Kommentarzeile, die BibTeX nicht kennt</translation>
    </message>
    <message>
        <source>a value of several words without braces</source>
        <translation>ein Wert aus mehreren Wörtern ohne Klammern</translation>
    </message>
    <message>
        <source>a second field of this name; BibTeX does not read it</source>
        <translation>ein zweites Feld dieses Namens; BibTeX liest es nicht</translation>
    </message>
    <message>
        <source>its parent {key} is not in the file</source>
        <translation>sein Elterneintrag {key} ist nicht in der Datei</translation>
    </message>
    <message>
        <source>it is its own parent, by {key}</source>
        <translation>er ist sein eigener Elterneintrag, über {key}</translation>
    </message>
    <message>
        <source>it has too many parents</source>
        <translation>er hat zu viele Elterneinträge</translation>
    </message>
    <message>
        <source>a name with too many commas</source>
        <translation>ein Name mit zu vielen Kommas</translation>
    </message>
    <message>
        <source>names that are parted by commas; BibTeX parts them by the word and</source>
        <translation>durch Kommas getrennte Namen; BibTeX trennt sie durch das Wort and</translation>
    </message>
    <message>
        <source>names that are parted by semicolons or ampersands; BibTeX parts them by the word and</source>
        <translation>durch Semikolon oder &amp; getrennte Namen; BibTeX trennt sie durch das Wort and</translation>
    </message>
    <message>
        <source>a name is missing beside the word and</source>
        <translation>neben dem Wort and fehlt ein Name</translation>
    </message>
    <message>
        <source>parts of a name that have no place: {parts}</source>
        <translation>Teile eines Namens ohne Platz: {parts}</translation>
    </message>
    <message>
        <source>a name without its last part</source>
        <translation>ein Name ohne seinen letzten Teil</translation>
    </message>
    <message>
        <source>a definition of strings</source>
        <translation>eine Definition von Kürzeln</translation>
    </message>
    <message>
        <source>a preamble</source>
        <translation>eine Präambel</translation>
    </message>
    <message>
        <source>text between entries</source>
        <translation>Text zwischen Einträgen</translation>
    </message>
    <message>
        <source>another entry has this key too</source>
        <translation>ein anderer Eintrag hat diesen Schlüssel auch</translation>
    </message>
    <message>
        <source>a string of this name is not defined</source>
        <translation>ein Kürzel dieses Namens ist nicht definiert</translation>
    </message>
    <message>
        <source>the string is too long</source>
        <translation>das Kürzel ist zu lang</translation>
    </message>
    <message>
        <source>is nested too deep</source>
        <translation>ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>signs that XML forbids were replaced</source>
        <translation>in XML verbotene Zeichen wurden ersetzt</translation>
    </message>
    <message>
        <source>is no XML: {error}</source>
        <translation>ist kein XML: {error}</translation>
    </message>
    <message>
        <source>is no YAML: {error}</source>
        <translation>ist kein YAML: {error}</translation>
    </message>
    <message>
        <source>has too many aliases</source>
        <translation>hat zu viele Verweise</translation>
    </message>
    <message>
        <source>is no bookmark</source>
        <translation>ist kein Lesezeichen</translation>
    </message>
    <message>
        <source>is no address of the web</source>
        <translation>ist keine Netzadresse</translation>
    </message>
    <message>
        <source>is a folder without bookmarks</source>
        <translation>ist ein Ordner ohne Lesezeichen</translation>
    </message>
    <message>
        <source>is said of a folder</source>
        <translation>gehört zu einem Ordner</translation>
    </message>
    <message>
        <source>is the file&apos;s title</source>
        <translation>ist der Titel der Datei</translation>
    </message>
    <message>
        <source>is no item of CSL</source>
        <translation>ist kein Eintrag in CSL</translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation>ist kein JSON</translation>
    </message>
    <message>
        <source>is no JSON: {error}</source>
        <translation>ist kein JSON: {error}</translation>
    </message>
    <message>
        <source>is no record</source>
        <translation>ist kein Datensatz</translation>
    </message>
    <message>
        <source>is no item</source>
        <translation>ist kein Eintrag</translation>
    </message>
    <message>
        <source>belongs to no item</source>
        <translation>gehört zu keinem Eintrag</translation>
    </message>
    <message>
        <source>a record without number, title and people</source>
        <translation>ein Datensatz ohne Nummer, Titel und Personen</translation>
    </message>
    <message>
        <source>a record without title, people and address</source>
        <translation>ein Datensatz ohne Titel, Personen und Adresse</translation>
    </message>
    <message>
        <source>the type {type} is not known</source>
        <translation>der Typ {type} ist nicht bekannt</translation>
    </message>
    <message>
        <source>the record has no end (ER)</source>
        <translation>der Datensatz hat kein Ende (ER)</translation>
    </message>
    <message>
        <source>the end of a record (ER) that never began</source>
        <translation>das Ende eines Datensatzes (ER), der nie begann</translation>
    </message>
    <message>
        <source>stands behind the end of a record (ER)</source>
        <translation>steht hinter dem Ende eines Datensatzes (ER)</translation>
    </message>
    <message>
        <source>tags outside a record: there is no type (TY) and no title</source>
        <translation>Marken außerhalb eines Datensatzes: es gibt keinen Typ (TY) und keinen Titel</translation>
    </message>
    <message>
        <source>stands before the first record</source>
        <translation>steht vor dem ersten Datensatz</translation>
    </message>
    <message>
        <source>a second type (TY)</source>
        <translation>ein zweiter Typ (TY)</translation>
    </message>
    <message>
        <source>the record has no type (TY)</source>
        <translation>der Datensatz hat keinen Typ (TY)</translation>
    </message>
    <message>
        <source>{tag} is no date, or more than one</source>
        <translation>{tag} ist kein Datum, oder mehr als eines</translation>
    </message>
    <message>
        <source>{tag} is no DOI</source>
        <translation>{tag} ist keine DOI</translation>
    </message>
    <message>
        <source>the number stands without its version, and so leads to the newest</source>
        <translation>die Nummer steht ohne ihre Version und führt so zur neuesten</translation>
    </message>
    <message>
        <source>CSL has no files</source>
        <translation>CSL hat keine Dateien</translation>
    </message>
    <message>
        <source>CSL has no collections</source>
        <translation>CSL hat keine Sammlungen</translation>
    </message>
    <message>
        <source>CSL has one kind of keyword</source>
        <translation>CSL hat eine Art von Schlagwort</translation>
    </message>
    <message>
        <source>CSL has no review</source>
        <translation>CSL hat keine Durchsicht</translation>
    </message>
    <message>
        <source>CSL says of no value where it came from</source>
        <translation>CSL sagt bei keinem Wert, woher er kam</translation>
    </message>
    <message>
        <source>Zotero has no place for fields of other formats</source>
        <translation>Zotero hat keinen Platz für Felder anderer Formate</translation>
    </message>
    <message>
        <source>a line of Zotero&apos;s Extra holds the address alone</source>
        <translation>eine Zeile in Zoteros Extra hält nur die Adresse</translation>
    </message>
    <message>
        <source>a line of Zotero&apos;s Extra has no room for licence and stars</source>
        <translation>eine Zeile in Zoteros Extra hat keinen Platz für Lizenz und Sterne</translation>
    </message>
    <message>
        <source>a line of Zotero&apos;s Extra holds the state without its reason</source>
        <translation>eine Zeile in Zoteros Extra hält den Stand ohne seinen Grund</translation>
    </message>
    <message>
        <source>the table has no column for it</source>
        <translation>die Tabelle hat keine Spalte dafür</translation>
    </message>
    <message>
        <source>EndNote&apos;s XML has no groups</source>
        <translation>EndNotes XML hat keine Gruppen</translation>
    </message>
    <message>
        <source>EndNote takes no fields of other formats</source>
        <translation>EndNote nimmt keine Felder anderer Formate</translation>
    </message>
    <message>
        <source>EndNote has one kind of keyword</source>
        <translation>EndNote hat eine Art von Schlagwort</translation>
    </message>
    <message>
        <source>a line of EndNote&apos;s notes holds the address alone</source>
        <translation>eine Zeile in EndNotes Notizen hält nur die Adresse</translation>
    </message>
    <message>
        <source>a line of EndNote&apos;s notes has no room for licence and stars</source>
        <translation>eine Zeile in EndNotes Notizen hat keinen Platz für Lizenz und Sterne</translation>
    </message>
    <message>
        <source>a line of EndNote&apos;s notes holds the state without its reason</source>
        <translation>eine Zeile in EndNotes Notizen hält den Stand ohne seinen Grund</translation>
    </message>
    <message>
        <source>EndNote says of no value where it came from</source>
        <translation>EndNote sagt bei keinem Wert, woher er kam</translation>
    </message>
    <message>
        <source>EndNote has no review</source>
        <translation>EndNote hat keine Durchsicht</translation>
    </message>
    <message>
        <source>a list for readers leaves it out</source>
        <translation>eine Liste für Leser lässt es weg</translation>
    </message>
    <message>
        <source>the note of the links holds the address alone</source>
        <translation>die Notiz der Links hält nur die Adresse</translation>
    </message>
    <message>
        <source>the note of the links has no room for licence and stars</source>
        <translation>die Notiz der Links hat keinen Platz für Lizenz und Sterne</translation>
    </message>
    <message>
        <source>the note of the links holds the state without its reason</source>
        <translation>die Notiz der Links hält den Stand ohne seinen Grund</translation>
    </message>
    <message>
        <source>RIS has no collections</source>
        <translation>RIS hat keine Sammlungen</translation>
    </message>
    <message>
        <source>RIS has one kind of keyword</source>
        <translation>RIS hat eine Art von Schlagwort</translation>
    </message>
    <message>
        <source>RIS has no review</source>
        <translation>RIS hat keine Durchsicht</translation>
    </message>
    <message>
        <source>RIS says of no value where it came from</source>
        <translation>RIS sagt bei keinem Wert, woher er kam</translation>
    </message>
    <message>
        <source>fields of other formats have no place in RIS</source>
        <translation>Felder anderer Formate haben in RIS keinen Platz</translation>
    </message>
    <message>
        <source>no field says which catalogue an entry is from</source>
        <translation>kein Feld sagt, aus welchem Katalog ein Eintrag ist</translation>
    </message>
    <message>
        <source>a link stands in the field of its kind alone</source>
        <translation>ein Link steht nur im Feld seiner Art</translation>
    </message>
    <message>
        <source>a link that is promised looks like any other</source>
        <translation>ein versprochener Link sieht aus wie jeder andere</translation>
    </message>
    <message>
        <source>no field holds the sentence that names a link</source>
        <translation>kein Feld hält den Satz, der einen Link nennt</translation>
    </message>
    <message>
        <source>no field holds whether a link is alive</source>
        <translation>kein Feld hält, ob ein Link erreichbar ist</translation>
    </message>
    <message>
        <source>no field holds when a link was asked</source>
        <translation>kein Feld hält, wann ein Link gefragt wurde</translation>
    </message>
    <message>
        <source>no field holds what a link&apos;s state rests on</source>
        <translation>kein Feld hält, worauf der Stand eines Links beruht</translation>
    </message>
    <message>
        <source>a link stands there with one address</source>
        <translation>ein Link steht dort mit einer Adresse</translation>
    </message>
    <message>
        <source>no field says that a repository is archived</source>
        <translation>kein Feld sagt, dass ein Repository archiviert ist</translation>
    </message>
    <message>
        <source>no field holds a repository&apos;s licence and stars</source>
        <translation>kein Feld hält Lizenz und Sterne eines Repositorys</translation>
    </message>
    <message>
        <source>keywords are of one kind</source>
        <translation>Schlagwörter sind von einer Art</translation>
    </message>
    <message>
        <source>no field holds the state of a review</source>
        <translation>kein Feld hält den Stand einer Durchsicht</translation>
    </message>
    <message>
        <source>no field says where a value came from</source>
        <translation>kein Feld sagt, woher ein Wert kam</translation>
    </message>
    <message>
        <source>LaTeX knows no collections; the profile zotero writes them</source>
        <translation>LaTeX kennt keine Sammlungen; das Profil zotero schreibt sie</translation>
    </message>
    <message>
        <source>Zotero drops it from a .bib file</source>
        <translation>Zotero lässt es aus einer .bib-Datei weg</translation>
    </message>
    <message>
        <source>Zotero drops fields that it does not know</source>
        <translation>Zotero lässt Felder weg, die es nicht kennt</translation>
    </message>
    <message>
        <source>Zotero has no review</source>
        <translation>Zotero hat keine Durchsicht</translation>
    </message>
    <message>
        <source>Zotero says of no value where it came from</source>
        <translation>Zotero sagt bei keinem Wert, woher er kam</translation>
    </message>
    <message>
        <source>fields of other formats have no place in Zotero</source>
        <translation>Felder anderer Formate haben in Zotero keinen Platz</translation>
    </message>
    <message>
        <source>the key {key} is used more than once; one entry of them will be cited</source>
        <translation>der Schlüssel {key} ist mehrfach vergeben; zitiert wird nur einer der Einträge</translation>
    </message>
    <message>
        <source>the keys {key} and {other} differ in case only; BibTeX takes them for one</source>
        <translation>die Schlüssel {key} und {other} unterscheiden sich nur in der Großschreibung; BibTeX hält sie für einen</translation>
    </message>
    <message>
        <source>the string {name} is not defined in this file</source>
        <translation>das Kürzel {name} ist in dieser Datei nicht definiert</translation>
    </message>
    <message>
        <source>{journal} stands beside {other}: one of the two forms for all</source>
        <translation>{journal} steht neben {other}: eine der beiden Formen für alle</translation>
    </message>
    <message>
        <source>a brace closes the entry before this too early</source>
        <translation>eine Klammer schließt den Eintrag davor zu früh</translation>
    </message>
    <message>
        <source>this could not be read: {why}</source>
        <translation>das war nicht lesbar: {why}</translation>
    </message>
    <message>
        <source>the entry has no key to cite it by</source>
        <translation>der Eintrag hat keinen Schlüssel zum Zitieren</translation>
    </message>
    <message>
        <source>cited as a preprint, but {doi} is the DOI of a publication: cite that</source>
        <translation>als Preprint zitiert, aber {doi} ist die DOI einer Veröffentlichung: zitieren Sie diese</translation>
    </message>
    <message>
        <source>a DOI is written without what resolves it: {doi}</source>
        <translation>eine DOI wird ohne das geschrieben, was sie auflöst: {doi}</translation>
    </message>
    <message>
        <source>this is no DOI: {doi}</source>
        <translation>das ist keine DOI: {doi}</translation>
    </message>
    <message>
        <source>the DOI stands in url only: no style prints it as one</source>
        <translation>die DOI steht nur in url: kein Stil druckt sie als solche</translation>
    </message>
    <message>
        <source>this is no number of arXiv: {text}</source>
        <translation>das ist keine arXiv-Nummer: {text}</translation>
    </message>
    <message>
        <source>a PMID is a number of up to eight digits: {text}</source>
        <translation>eine PMID ist eine Zahl mit bis zu acht Ziffern: {text}</translation>
    </message>
    <message>
        <source>DOIs are resolved at https://doi.org/ today</source>
        <translation>DOI werden heute unter https://doi.org/ aufgelöst</translation>
    </message>
    <message>
        <source>an ISBN has 10 or 13 digits: {text}</source>
        <translation>eine ISBN hat 10 oder 13 Ziffern: {text}</translation>
    </message>
    <message>
        <source>the check digit of the ISSN is wrong: {text}</source>
        <translation>die Prüfziffer der ISSN stimmt nicht: {text}</translation>
    </message>
    <message>
        <source>the check digit of the ISBN is wrong: {text}</source>
        <translation>die Prüfziffer der ISBN stimmt nicht: {text}</translation>
    </message>
    <message>
        <source>names that are left out are written &quot;and others&quot;, not &quot;et al.&quot;</source>
        <translation>ausgelassene Namen schreibt man „and others“, nicht „et al.“</translation>
    </message>
    <message>
        <source>names are parted by &quot;and&quot;, not by commas</source>
        <translation>Namen werden durch „and“ getrennt, nicht durch Kommas</translation>
    </message>
    <message>
        <source>names are parted by &quot;and&quot;, not by semicolons</source>
        <translation>Namen werden durch „and“ getrennt, nicht durch Semikolons</translation>
    </message>
    <message>
        <source>a comma too many ends a name</source>
        <translation>ein Komma zu viel beendet einen Namen</translation>
    </message>
    <message>
        <source>what is behind a name stands between family and first name, as in Abel, Jr., Ada</source>
        <translation>was zum Namen gehört, steht zwischen Familien- und Vornamen, wie in Abel, Jr., Ada</translation>
    </message>
    <message>
        <source>no first name: {names}</source>
        <translation>kein Vorname: {names}</translation>
    </message>
    <message>
        <source>family and first name changed places: {name}</source>
        <translation>Familien- und Vorname sind vertauscht: {name}</translation>
    </message>
    <message>
        <source>{name} has {signs} without a backslash: LaTeX takes it for its own</source>
        <translation>{name} hat {signs} ohne Backslash: LaTeX hält es für sein eigenes Zeichen</translation>
    </message>
    <message>
        <source>{name} has {signs}, which is HTML</source>
        <translation>{name} hat {signs}, das ist HTML</translation>
    </message>
    <message>
        <source>{name} has an address outside of \url{…}: LaTeX stumbles over {signs}</source>
        <translation>{name} hat eine Adresse außerhalb von \url{…}: LaTeX stolpert über {signs}</translation>
    </message>
    <message>
        <source>{name} has {command}, which makes LaTeX do more than print</source>
        <translation>{name} hat {command}, womit LaTeX mehr tut als drucken</translation>
    </message>
    <message>
        <source>{name} has lost signs on its way (�)</source>
        <translation>{name} hat unterwegs Zeichen verloren (�)</translation>
    </message>
    <message>
        <source>{name} was read in a wrong encoding once: {text}</source>
        <translation>{name} wurde einmal in falscher Kodierung gelesen: {text}</translation>
    </message>
    <message>
        <source>the title ends with a full stop, which styles add</source>
        <translation>der Titel endet mit einem Punkt, den Stile hinzufügen</translation>
    </message>
    <message>
        <source>the title is in capitals throughout</source>
        <translation>der Titel steht durchweg in Großbuchstaben</translation>
    </message>
    <message>
        <source>styles that lower titles spoil {words}: put braces round it</source>
        <translation>Stile, die Titel klein schreiben, verderben {words}: setzen Sie Klammern darum</translation>
    </message>
    <message>
        <source>a range of pages is written with two hyphens</source>
        <translation>ein Seitenbereich wird mit zwei Bindestrichen geschrieben</translation>
    </message>
    <message>
        <source>a blank</source>
        <translation>ein Leerzeichen</translation>
    </message>
    <message>
        <source>@{type} lacks {names}</source>
        <translation>@{type} fehlt: {names}</translation>
    </message>
    <message>
        <source>the year {year} is still to come</source>
        <translation>das Jahr {year} kommt erst noch</translation>
    </message>
    <message>
        <source>the pages {pages} run backwards</source>
        <translation>die Seiten {pages} laufen rückwärts</translation>
    </message>
    <message>
        <source>the pages {pages} have no end</source>
        <translation>die Seiten {pages} haben kein Ende</translation>
    </message>
    <message>
        <source>the key {key} has {sign}, which LaTeX cannot cite</source>
        <translation>der Schlüssel {key} hat {sign}, das LaTeX nicht zitieren kann</translation>
    </message>
    <message>
        <source>the year {year} is before there was print</source>
        <translation>das Jahr {year} liegt vor dem Buchdruck</translation>
    </message>
    <message>
        <source>the address is a place on one computer only</source>
        <translation>die Adresse ist ein Ort auf nur einem Rechner</translation>
    </message>
    <message>
        <source>an address that runs code: {url}</source>
        <translation>eine Adresse, die Code ausführt: {url}</translation>
    </message>
    <message>
        <source>a file beyond this folder: {path}</source>
        <translation>eine Datei außerhalb dieses Ordners: {path}</translation>
    </message>
    <message>
        <source>Zotero drops {names} when it reads the file</source>
        <translation>Zotero lässt beim Lesen der Datei {names} weg</translation>
    </message>
    <message>
        <source>Zotero drops the whole entry: it does not know @{type}</source>
        <translation>Zotero lässt den ganzen Eintrag weg: es kennt @{type} nicht</translation>
    </message>
    <message>
        <source>Zotero does not understand {command} in the title</source>
        <translation>Zotero versteht {command} im Titel nicht</translation>
    </message>
    <message>
        <source>Zotero takes this line of Extra for a field: {text}</source>
        <translation>Zotero hält diese Zeile in Extra für ein Feld: {text}</translation>
    </message>
    <message>
        <source>what it is, by CSL&apos;s name</source>
        <translation>was es ist, mit dem Namen von CSL</translation>
    </message>
    <message>
        <source>the name by which documents cite it; the old one is kept beside it</source>
        <translation>der Name, unter dem Dokumente sie zitieren; der alte bleibt daneben erhalten</translation>
    </message>
    <message>
        <source>as printed; its capitals stay as you write them</source>
        <translation>wie gedruckt; Großbuchstaben bleiben, wie Sie sie schreiben</translation>
    </message>
    <message>
        <source>a short form of the title</source>
        <translation>eine Kurzform des Titels</translation>
    </message>
    <message>
        <source>who wrote it; a body in braces</source>
        <translation>wer sie geschrieben hat; eine Körperschaft in geschweiften Klammern</translation>
    </message>
    <message>
        <source>who edited the book it stands in</source>
        <translation>wer das Buch herausgegeben hat, in dem sie steht</translation>
    </message>
    <message>
        <source>who translated it</source>
        <translation>wer sie übersetzt hat</translation>
    </message>
    <message>
        <source>who edits the series</source>
        <translation>wer die Reihe herausgibt</translation>
    </message>
    <message>
        <source>who else took part</source>
        <translation>wer sonst mitgewirkt hat</translation>
    </message>
    <message>
        <source>when it was published</source>
        <translation>wann sie erschienen ist</translation>
    </message>
    <message>
        <source>when the original was published</source>
        <translation>wann das Original erschienen ist</translation>
    </message>
    <message>
        <source>when its address was last visited</source>
        <translation>wann ihre Adresse zuletzt besucht wurde</translation>
    </message>
    <message>
        <source>its abstract; an empty line parts paragraphs</source>
        <translation>ihr Abstract; eine Leerzeile trennt Absätze</translation>
    </message>
    <message>
        <source>the journal, proceedings or book it stands in</source>
        <translation>die Zeitschrift, der Tagungsband oder das Buch, worin sie steht</translation>
    </message>
    <message>
        <source>the same, abbreviated</source>
        <translation>dasselbe, abgekürzt</translation>
    </message>
    <message>
        <source>the series</source>
        <translation>die Reihe</translation>
    </message>
    <message>
        <source>its number in the series</source>
        <translation>ihre Nummer in der Reihe</translation>
    </message>
    <message>
        <source>the conference</source>
        <translation>die Konferenz</translation>
    </message>
    <message>
        <source>where the conference was</source>
        <translation>wo die Konferenz war</translation>
    </message>
    <message>
        <source>when the conference was</source>
        <translation>wann die Konferenz war</translation>
    </message>
    <message>
        <source>who published it</source>
        <translation>wer sie verlegt hat</translation>
    </message>
    <message>
        <source>where the publisher is</source>
        <translation>wo der Verlag sitzt</translation>
    </message>
    <message>
        <source>the volume</source>
        <translation>der Band</translation>
    </message>
    <message>
        <source>the issue of the journal</source>
        <translation>das Heft der Zeitschrift</translation>
    </message>
    <message>
        <source>the pages</source>
        <translation>die Seiten</translation>
    </message>
    <message>
        <source>the number of a report or patent</source>
        <translation>die Nummer eines Berichts oder Patents</translation>
    </message>
    <message>
        <source>how many pages it has</source>
        <translation>wie viele Seiten sie hat</translation>
    </message>
    <message>
        <source>how many volumes it has</source>
        <translation>wie viele Bände sie hat</translation>
    </message>
    <message>
        <source>the number of the chapter</source>
        <translation>die Nummer des Kapitels</translation>
    </message>
    <message>
        <source>the section of a newspaper or law</source>
        <translation>der Teil einer Zeitung oder eines Gesetzes</translation>
    </message>
    <message>
        <source>the edition</source>
        <translation>die Auflage</translation>
    </message>
    <message>
        <source>the version of a program or data set</source>
        <translation>die Version eines Programms oder Datensatzes</translation>
    </message>
    <message>
        <source>the kind more closely: a thesis&apos;s degree, a report&apos;s kind</source>
        <translation>die Art genauer: der Grad einer Abschlussarbeit, die Art eines Berichts</translation>
    </message>
    <message>
        <source>on what it is: film, CD</source>
        <translation>worauf sie ist: Film, CD</translation>
    </message>
    <message>
        <source>the journal&apos;s ISSN</source>
        <translation>die ISSN der Zeitschrift</translation>
    </message>
    <message>
        <source>its language</source>
        <translation>ihre Sprache</translation>
    </message>
    <message>
        <source>under which licence it is</source>
        <translation>unter welcher Lizenz sie steht</translation>
    </message>
    <message>
        <source>the catalogue that it was found in</source>
        <translation>der Katalog, in dem sie gefunden wurde</translation>
    </message>
    <message>
        <source>the archive that keeps it</source>
        <translation>das Archiv, das sie aufbewahrt</translation>
    </message>
    <message>
        <source>where in the archive</source>
        <translation>wo im Archiv</translation>
    </message>
    <message>
        <source>the library&apos;s shelf mark</source>
        <translation>die Signatur der Bibliothek</translation>
    </message>
    <message>
        <source>its own page</source>
        <translation>ihre eigene Seite</translation>
    </message>
    <message>
        <source>a remark that belongs to the reference; your own are notes</source>
        <translation>eine Bemerkung, die zur Literaturangabe gehört; Ihre eigenen sind Notizen</translation>
    </message>
    <message>
        <source>its DOI</source>
        <translation>ihre DOI</translation>
    </message>
    <message>
        <source>its number at arXiv</source>
        <translation>ihre Nummer bei arXiv</translation>
    </message>
    <message>
        <source>the id of its forum at OpenReview</source>
        <translation>die Kennung ihres Forums bei OpenReview</translation>
    </message>
    <message>
        <source>its ISBN</source>
        <translation>ihre ISBN</translation>
    </message>
    <message>
        <source>its number at PubMed</source>
        <translation>ihre Nummer bei PubMed</translation>
    </message>
    <message>
        <source>its key at DBLP</source>
        <translation>ihr Schlüssel bei DBLP</translation>
    </message>
    <message>
        <source>its number at Semantic Scholar</source>
        <translation>ihre Nummer bei Semantic Scholar</translation>
    </message>
    <message>
        <source>its number at OpenAlex</source>
        <translation>ihre Nummer bei OpenAlex</translation>
    </message>
    <message>
        <source>tags, parted by commas, or by semicolons where one has a comma</source>
        <translation>Schlagwörter, durch Kommas getrennt, oder durch Semikolons, wo eines ein Komma hat</translation>
    </message>
    <message>
        <source>your own remarks; += adds one, -= takes out the one that begins so</source>
        <translation>Ihre eigenen Bemerkungen; += fügt eine hinzu, -= nimmt die heraus, die so beginnt</translation>
    </message>
    <message>
        <source>where it lies, parted by semicolons; / parts what is nested</source>
        <translation>worin sie liegt, durch Semikolons getrennt; / trennt Verschachteltes</translation>
    </message>
    <message>
        <source>addresses of code, data, videos and the like, parted by blanks</source>
        <translation>Adressen von Code, Daten, Videos und dergleichen, durch Leerzeichen getrennt</translation>
    </message>
    <message>
        <source>paths of files that belong to it, parted by semicolons</source>
        <translation>Pfade von Dateien, die dazugehören, durch Semikolons getrennt</translation>
    </message>
    <message>
        <source>how far your review is: needs review, accepted, rejected</source>
        <translation>wie weit Ihre Durchsicht ist: needs review, accepted, rejected</translation>
    </message>
    <message>
        <source>arxiv.primary_class</source>
        <translation>arXiv-Hauptklasse</translation>
    </message>
    <message>
        <source>arxiv.version</source>
        <translation>arXiv-Version</translation>
    </message>
    <message>
        <source>links.title</source>
        <translation>Titel von Links</translation>
    </message>
    <message>
        <source>links.roles</source>
        <translation>Rollen von Links</translation>
    </message>
    <message>
        <source>links.promised</source>
        <translation>versprochene Links</translation>
    </message>
    <message>
        <source>links.evidence</source>
        <translation>Sätze zu Links</translation>
    </message>
    <message>
        <source>links.state</source>
        <translation>Stand von Links</translation>
    </message>
    <message>
        <source>links.checked</source>
        <translation>Tag der Link-Prüfung</translation>
    </message>
    <message>
        <source>links.why</source>
        <translation>Gründe bei Links</translation>
    </message>
    <message>
        <source>links.leads_to</source>
        <translation>Ziele von Links</translation>
    </message>
    <message>
        <source>links.archived</source>
        <translation>archivierte Repositorys</translation>
    </message>
    <message>
        <source>links.repository</source>
        <translation>Angaben zu Repositorys</translation>
    </message>
    <message>
        <source>keywords.automatic</source>
        <translation>Art der Schlagwörter</translation>
    </message>
    <message>
        <source>provenance</source>
        <translation>Herkunft der Werte</translation>
    </message>
    <message>
        <source>extra</source>
        <translation>fremde Felder</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>citekey</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>attachments</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>url</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>arxiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>openreview</source>
        <translation>OpenReview</translation>
    </message>
    <message>
        <source>isbn</source>
        <translation>ISBN</translation>
    </message>
    <message>
        <source>pmid</source>
        <translation>PubMed</translation>
    </message>
    <message>
        <source>semantic_scholar</source>
        <translation>Semantic Scholar</translation>
    </message>
    <message>
        <source>openalex</source>
        <translation>OpenAlex</translation>
    </message>
    <message>
        <source>dblp</source>
        <translation>DBLP</translation>
    </message>
    <message>
        <source>doi</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datensatz</translation>
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
        <source>promised</source>
        <translation>versprochen</translation>
    </message>
    <message>
        <source>pdf</source>
        <translation>PDF</translation>
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
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>unchecked</source>
        <translation>ungeprüft</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>the text cannot be read as an entry</source>
        <translation>der Text ist nicht als Eintrag lesbar</translation>
    </message>
    <message>
        <source>something begins like an entry and cannot be read as one</source>
        <translation>etwas beginnt wie ein Eintrag und ist nicht als solcher lesbar</translation>
    </message>
    <message>
        <source>a brace or bracket is missing, or one is too many</source>
        <translation>eine Klammer fehlt, oder eine ist zu viel</translation>
    </message>
    <message>
        <source>an entry has no key to cite it by</source>
        <translation>ein Eintrag hat keinen Schlüssel zum Zitieren</translation>
    </message>
    <message>
        <source>two entries have the same key</source>
        <translation>zwei Einträge haben denselben Schlüssel</translation>
    </message>
    <message>
        <source>two keys differ in capitals only</source>
        <translation>zwei Schlüssel unterscheiden sich nur in der Großschreibung</translation>
    </message>
    <message>
        <source>a key has a sign that LaTeX cannot cite</source>
        <translation>ein Schlüssel hat ein Zeichen, das LaTeX nicht zitieren kann</translation>
    </message>
    <message>
        <source>an entry has a field twice; BibTeX reads the first only</source>
        <translation>ein Eintrag hat ein Feld zweimal; BibTeX liest nur das erste</translation>
    </message>
    <message>
        <source>a string is used that no @string defines</source>
        <translation>ein Kürzel wird benutzt, das kein @string definiert</translation>
    </message>
    <message>
        <source>the entry that crossref or xdata names is not in the file</source>
        <translation>der Eintrag, den crossref oder xdata nennt, ist nicht in der Datei</translation>
    </message>
    <message>
        <source>a value was read in spite of a fault in its form</source>
        <translation>ein Wert wurde trotz eines Formfehlers gelesen</translation>
    </message>
    <message>
        <source>a field is missing that every style needs for this type</source>
        <translation>ein Feld fehlt, das jeder Stil für diesen Typ braucht</translation>
    </message>
    <message>
        <source>the year is before print, or still to come</source>
        <translation>das Jahr liegt vor dem Buchdruck oder kommt erst noch</translation>
    </message>
    <message>
        <source>the last page stands before the first</source>
        <translation>die letzte Seite steht vor der ersten</translation>
    </message>
    <message>
        <source>a range of pages has no end</source>
        <translation>ein Seitenbereich hat kein Ende</translation>
    </message>
    <message>
        <source>a range of pages is written with one hyphen</source>
        <translation>ein Seitenbereich ist mit einem Bindestrich geschrieben</translation>
    </message>
    <message>
        <source>a title is in capitals throughout</source>
        <translation>ein Titel steht durchweg in Großbuchstaben</translation>
    </message>
    <message>
        <source>capitals in a title that styles would lower stand in no braces</source>
        <translation>Großbuchstaben eines Titels, die Stile klein schrieben, stehen in keinen Klammern</translation>
    </message>
    <message>
        <source>a title ends with a full stop</source>
        <translation>ein Titel endet mit einem Punkt</translation>
    </message>
    <message>
        <source>&quot;et al.&quot; stands among names, where &quot;and others&quot; should</source>
        <translation>„et al.“ steht unter Namen, wo „and others“ stehen sollte</translation>
    </message>
    <message>
        <source>names are parted by commas, so that BibTeX takes them for one</source>
        <translation>Namen sind durch Kommas getrennt, so dass BibTeX sie für einen hält</translation>
    </message>
    <message>
        <source>a first name is missing where others have theirs</source>
        <translation>ein Vorname fehlt, wo andere einen haben</translation>
    </message>
    <message>
        <source>initials stand where the family name should</source>
        <translation>Initialen stehen, wo der Familienname stehen sollte</translation>
    </message>
    <message>
        <source>a journal stands in full here and abbreviated there</source>
        <translation>eine Zeitschrift steht hier ausgeschrieben und dort abgekürzt</translation>
    </message>
    <message>
        <source>a DOI has &quot;doi:&quot; or an address before it</source>
        <translation>vor einer DOI steht „doi:“ oder eine Adresse</translation>
    </message>
    <message>
        <source>what stands in doi is no DOI</source>
        <translation>was in doi steht, ist keine DOI</translation>
    </message>
    <message>
        <source>a DOI stands in url and not in doi</source>
        <translation>eine DOI steht in url und nicht in doi</translation>
    </message>
    <message>
        <source>an address of a DOI names dx.doi.org, or http</source>
        <translation>die Adresse einer DOI nennt dx.doi.org oder http</translation>
    </message>
    <message>
        <source>an ISBN has a wrong check digit or length</source>
        <translation>eine ISBN hat eine falsche Prüfziffer oder Länge</translation>
    </message>
    <message>
        <source>an ISSN has a wrong check digit</source>
        <translation>eine ISSN hat eine falsche Prüfziffer</translation>
    </message>
    <message>
        <source>what stands in eprint is no number of arXiv</source>
        <translation>was in eprint steht, ist keine arXiv-Nummer</translation>
    </message>
    <message>
        <source>what stands in pmid is no PMID</source>
        <translation>was in pmid steht, ist keine PMID</translation>
    </message>
    <message>
        <source>a preprint is cited though the DOI of its publication stands in the entry</source>
        <translation>ein Preprint wird zitiert, obwohl die DOI seiner Veröffentlichung im Eintrag steht</translation>
    </message>
    <message>
        <source>an address runs code (javascript:, data:)</source>
        <translation>eine Adresse führt Code aus (javascript:, data:)</translation>
    </message>
    <message>
        <source>an address is a path on one computer</source>
        <translation>eine Adresse ist ein Pfad auf einem Rechner</translation>
    </message>
    <message>
        <source>an attached file lies outside of the file&apos;s folder</source>
        <translation>eine angehängte Datei liegt außerhalb des Ordners der Datei</translation>
    </message>
    <message>
        <source>a value has a command that makes LaTeX read, write or redefine</source>
        <translation>ein Wert hat einen Befehl, der LaTeX lesen, schreiben oder umdefinieren lässt</translation>
    </message>
    <message>
        <source>&amp; # % or _ stands without backslash in what LaTeX prints</source>
        <translation>&amp; # % oder _ steht ohne Backslash in dem, was LaTeX druckt</translation>
    </message>
    <message>
        <source>an HTML entity was left in a value</source>
        <translation>ein HTML-Zeichen blieb in einem Wert stehen</translation>
    </message>
    <message>
        <source>a value was read in a wrong encoding once</source>
        <translation>ein Wert wurde einmal in falscher Kodierung gelesen</translation>
    </message>
    <message>
        <source>a line of a note has a label that Zotero takes for a field of its own</source>
        <translation>eine Zeile einer Notiz beginnt so, dass Zotero sie für ein eigenes Feld hält</translation>
    </message>
    <message>
        <source>an entry has fields that Zotero drops</source>
        <translation>ein Eintrag hat Felder, die Zotero weglässt</translation>
    </message>
    <message>
        <source>an entry is of a type that Zotero drops</source>
        <translation>ein Eintrag ist von einem Typ, den Zotero weglässt</translation>
    </message>
    <message>
        <source>a title has a command that Zotero does not understand</source>
        <translation>ein Titel hat einen Befehl, den Zotero nicht versteht</translation>
    </message>
    <message>
        <source>Take {fields} of {key} from {sources}</source>
        <translation>{fields} von {key} übernehmen: {sources}</translation>
    </message>
    <message>
        <source>the {field}</source>
        <translation>{field}</translation>
    </message>
    <message>
        <source>part of the {field}</source>
        <translation>{field} (teilweise)</translation>
    </message>
    <message>
        <source>Keep {keys} as versions of one work</source>
        <translation>{keys} als Fassungen eines Werks behalten</translation>
    </message>
    <message>
        <source>Keep {keys} as no version of another paper</source>
        <translation>{keys} nicht als Fassung einer anderen Arbeit behalten</translation>
    </message>
    <message>
        <source>{papers} would be versions of one work: choose {number} at most</source>
        <translation>{papers} wären Fassungen eines Werks: wählen Sie höchstens {number}</translation>
    </message>
    <message>
        <source>choose a stretch first</source>
        <translation>wählen Sie zuerst ein Textstück</translation>
    </message>
    <message>
        <source>what was kept of {name} is not there any more; open it again</source>
        <translation>was von {name} aufbewahrt war, ist nicht mehr da; öffnen Sie es neu</translation>
    </message>
    <message>
        <source>{key} lies in the bin: take it out first</source>
        <translation>{key} liegt im Papierkorb: holen Sie es zuerst heraus</translation>
    </message>
    <message>
        <source>the record adds no &quot;{text}&quot; in {field}</source>
        <translation>der Datensatz fügt „{text}“ in {field} nicht hinzu</translation>
    </message>
    <message>
        <source>the record lacks no &quot;{text}&quot; in {field}</source>
        <translation>dem Datensatz fehlt „{text}“ in {field} nicht</translation>
    </message>
    <message>
        <source>{field} holds one value, and no items</source>
        <translation>{field} hat einen Wert und keine Einzelteile</translation>
    </message>
    <message>
        <source>pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>editors</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Zotero takes related items from no CSL-JSON</source>
        <translation>Zotero nimmt aus CSL-JSON keine verwandten Einträge</translation>
    </message>
    <message>
        <source>EndNote has no related references</source>
        <translation>EndNote hat keine verwandten Literaturangaben</translation>
    </message>
    <message>
        <source>RIS has no tag for related references</source>
        <translation>RIS hat keine Marke für verwandte Literaturangaben</translation>
    </message>
    <message>
        <source>the other version is not in the file, or cannot be named there</source>
        <translation>die andere Fassung ist nicht in der Datei oder kann dort nicht genannt werden</translation>
    </message>
    <message>
        <source>{host} is asked for {url}</source>
        <translation>gefragt wird {host}: {url}</translation>
    </message>
    <message>
        <source>{name}: &quot;{text}&quot; is no time; write {forms}, or a stretch: 2026-11-01..2026-11-15</source>
        <translation>{name}: „{text}“ ist keine Zeit; schreiben Sie {forms} oder einen Zeitraum: 2026-11-01..2026-11-15</translation>
    </message>
    <message>
        <source>{host} gave no newer answer: this is what it said on {date}</source>
        <translation>{host} gab keine neuere Antwort: dies sagte er am {date}</translation>
    </message>
    <message>
        <source>{host} answers {url} with status {status}</source>
        <translation>{host} antwortet auf {url} mit Status {status}</translation>
    </message>
    <message>
        <source>{why}; you can open it in a browser, copy all of it and paste that</source>
        <translation>{why}; Sie können es im Browser öffnen, alles kopieren und das einfügen</translation>
    </message>
    <message>
        <source>imports cannot be kept in {folder} for the next start ({error})</source>
        <translation>Importe können für den nächsten Start nicht in {folder} aufbewahrt werden ({error})</translation>
    </message>
    <message>
        <source>the import cannot be kept for the next start in {folder} ({error}): make room there</source>
        <translation>der Import kann für den nächsten Start nicht in {folder} aufbewahrt werden ({error}): schaffen Sie dort Platz</translation>
    </message>
    <message>
        <source>{file} is no import that was kept ({why})</source>
        <translation>{file} ist kein aufbewahrter Import ({why})</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>zu lang</translation>
    </message>
    <message>
        <source>of a later version, or of another library</source>
        <translation>von einer späteren Version oder einer anderen Bibliothek</translation>
    </message>
    <message>
        <source>its copy lies elsewhere</source>
        <translation>seine Kopie liegt woanders</translation>
    </message>
    <message>
        <source>{why}; it was put aside in {folder}</source>
        <translation>{why}; er wurde in {folder} beiseitegelegt</translation>
    </message>
    <message>
        <source>related</source>
        <translation>verwandte Arbeiten</translation>
    </message>
</context>
</TS>
