<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BatchView</name>
    <message numerus="yes">
        <source>%n paper(s) have it already, and keep it as your word.</source>
        <translation>
            <numerusform>%n paper have it already, and keep it as your word.</numerusform>
            <numerusform>%n papers have it already, and keep it as your word.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n paper(s) it cannot be done:</source>
        <translation>
            <numerusform>In %n paper it cannot be done:</numerusform>
            <numerusform>In %n papers it cannot be done:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksView</name>
    <message numerus="yes">
        <source>Put right %n paper(s)</source>
        <translation>
            <numerusform>Put right %n paper</numerusform>
            <numerusform>Put right %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) put right</source>
        <translation>
            <numerusform>%n finding put right</numerusform>
            <numerusform>%n findings put right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing was found in %n paper(s): all is well.</source>
        <translation>
            <numerusform>Nothing was found in %n paper: all is well.</numerusform>
            <numerusform>Nothing was found in %n papers: all is well.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitationView</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n paper(s)</source>
        <translation>
            <numerusform>Copy %n paper</numerusform>
            <numerusform>Copy %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stretch(es) left over</source>
        <translation>
            <numerusform>%n stretch left over</numerusform>
            <numerusform>%n stretches left over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the library</source>
        <translation>
            <numerusform>%n already in the library</numerusform>
            <numerusform>%n already in the library</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps in it</source>
        <translation>
            <numerusform>%n perhaps in it</numerusform>
            <numerusform>%n perhaps in it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read twice</source>
        <translation>
            <numerusform>%n read twice</numerusform>
            <numerusform>%n read twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n perhaps read twice</source>
        <translation>
            <numerusform>%n perhaps read twice</numerusform>
            <numerusform>%n perhaps read twice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n paper(s)</source>
        <translation>
            <numerusform>Add %n paper</numerusform>
            <numerusform>Add %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add all %n inputs: {count}</source>
        <translation>
            <numerusform>Add the %n input: {count}</numerusform>
            <numerusform>Add all %n inputs: {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill %n known</source>
        <translation>
            <numerusform>Fill %n known</numerusform>
            <numerusform>Fill %n known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n paper(s), fill {count}</source>
        <translation>
            <numerusform>Add %n paper, fill {count}</numerusform>
            <numerusform>Add %n papers, fill {count}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more paper(s) are added with these</source>
        <translation>
            <numerusform>%n more paper is added with these</numerusform>
            <numerusform>%n more papers are added with these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiffModel</name>
    <message numerus="yes">
        <source>%n item(s) differ</source>
        <translation>
            <numerusform>%n item differs</numerusform>
            <numerusform>%n items differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message numerus="yes">
        <source>%n paper(s) looked at</source>
        <translation>
            <numerusform>%n paper looked at</numerusform>
            <numerusform>%n papers looked at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) alike but in groups apart</source>
        <translation>
            <numerusform>%n pair alike but in groups apart</numerusform>
            <numerusform>%n pairs alike but in groups apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) would go into others that surely are the same work</source>
        <translation>
            <numerusform>%n paper would go into others that surely are the same work</numerusform>
            <numerusform>%n papers would go into others that surely are the same work</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryHead</name>
    <message numerus="yes">
        <source>%n value(s) not applied</source>
        <translation>
            <numerusform>%n value not applied</numerusform>
            <numerusform>%n values not applied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryVersions</name>
    <message numerus="yes">
        <source>%n more version(s)</source>
        <translation>
            <numerusform>%n more version</numerusform>
            <numerusform>%n more versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryView</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportView</name>
    <message numerus="yes">
        <source>Of the first %n paper(s) the file will not hold what stands here; of the others you are told when it is written:</source>
        <translation>
            <numerusform>Of the first %n paper the file will not hold what stands here; of the others you are told when it is written:</numerusform>
            <numerusform>Of the first %n papers the file will not hold what stands here; of the others you are told when it is written:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file will hold all that the first %n paper(s) have; of the others you are told when it is written.</source>
        <translation>
            <numerusform>The file will hold all that the first %n paper has; of the others you are told when it is written.</numerusform>
            <numerusform>The file will hold all that the first %n papers have; of the others you are told when it is written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldDelegate</name>
    <message numerus="yes">
        <source>%n name(s).</source>
        <translation>
            <numerusform>%n name.</numerusform>
            <numerusform>%n names.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupsModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inputs</name>
    <message numerus="yes">
        <source>Add %n paper(s)</source>
        <translation>
            <numerusform>Add %n paper</numerusform>
            <numerusform>Add %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read %n input(s)</source>
        <translation>
            <numerusform>Read %n input</numerusform>
            <numerusform>Read %n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n import(s) from before are open again.</source>
        <translation>
            <numerusform>%n import from before is open again.</numerusform>
            <numerusform>%n imports from before are open again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobsIndicator</name>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>%n job failed</numerusform>
            <numerusform>%n jobs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s)</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptFiles</name>
    <message numerus="yes">
        <source>%n file(s) changed outside…</source>
        <translation>
            <numerusform>%n file changed outside…</numerusform>
            <numerusform>%n files changed outside…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) behind…</source>
        <translation>
            <numerusform>%n file behind…</numerusform>
            <numerusform>%n files behind…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Listener</name>
    <message numerus="yes">
        <source>%n new file(s): see Import</source>
        <translation>
            <numerusform>%n new file: see Import</numerusform>
            <numerusform>%n new files: see Import</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupsView</name>
    <message numerus="yes">
        <source>Look up %n paper(s)</source>
        <translation>
            <numerusform>Look up %n paper</numerusform>
            <numerusform>Look up %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check the links of %n paper(s)</source>
        <translation>
            <numerusform>Check the links of %n paper</numerusform>
            <numerusform>Check the links of %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) not fully looked up, for no answer came from {sources}</source>
        <translation>
            <numerusform>%n paper not fully looked up, for no answer came from {sources}</numerusform>
            <numerusform>%n papers not fully looked up, for no answer came from {sources}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) changed</source>
        <translation>
            <numerusform>%n paper changed</numerusform>
            <numerusform>%n papers changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) wait for your choice</source>
        <translation>
            <numerusform>%n paper waits for your choice</numerusform>
            <numerusform>%n papers wait for your choice</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not asked</source>
        <translation>
            <numerusform>%n not asked</numerusform>
            <numerusform>%n not asked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LossesLabel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoGroups</name>
    <message numerus="yes">
        <source>None of %n paper(s) is there twice.</source>
        <translation>
            <numerusform>%n paper was looked at: it is there once.</numerusform>
            <numerusform>None of %n papers is there twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Offers</name>
    <message numerus="yes">
        <source>Look up %n paper(s)</source>
        <translation>
            <numerusform>Look up %n paper</numerusform>
            <numerusform>Look up %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) added.</source>
        <translation>
            <numerusform>%n paper added.</numerusform>
            <numerusform>%n papers added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known paper(s) were filled.</source>
        <translation>
            <numerusform>%n known paper was filled.</numerusform>
            <numerusform>%n known papers were filled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were there already.</source>
        <translation>
            <numerusform>%n paper was there already.</numerusform>
            <numerusform>%n papers were there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) were read twice.</source>
        <translation>
            <numerusform>%n paper was read twice.</numerusform>
            <numerusform>%n papers were read twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s) may be there already, and were left out.</source>
        <translation>
            <numerusform>%n paper may be there already, and was left out.</numerusform>
            <numerusform>%n papers may be there already, and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PapersPane</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n update(s)</source>
        <translation>
            <numerusform>%n update</numerusform>
            <numerusform>%n updates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PushView</name>
    <message numerus="yes">
        <source>&amp;Send %n paper(s)</source>
        <translation>
            <numerusform>&amp;Send %n paper</numerusform>
            <numerusform>&amp;Send %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n paper(s)…</source>
        <translation>
            <numerusform>Sending %n paper…</numerusform>
            <numerusform>Sending %n papers…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueModel</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueueView</name>
    <message numerus="yes">
        <source>{name}: %n paper(s)</source>
        <translation>
            <numerusform>{name}: %n paper</numerusform>
            <numerusform>{name}: %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n chosen paper(s) in</source>
        <translation>
            <numerusform>Put %n chosen paper in</numerusform>
            <numerusform>Put %n chosen papers in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n chosen paper(s) out</source>
        <translation>
            <numerusform>Take %n chosen paper out</numerusform>
            <numerusform>Take %n chosen papers out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsView</name>
    <message numerus="yes">
        <source>Review %n paper(s)</source>
        <translation>
            <numerusform>Review %n paper</numerusform>
            <numerusform>Review %n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SourceView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SureDialog</name>
    <message numerus="yes">
        <source>Accept %n paper(s)</source>
        <translation>
            <numerusform>Accept %n paper</numerusform>
            <numerusform>Accept %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WantedBox</name>
    <message numerus="yes">
        <source>The %n chosen</source>
        <translation>
            <numerusform>The %n chosen</numerusform>
            <numerusform>The %n chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n shown</source>
        <translation>
            <numerusform>All %n shown</numerusform>
            <numerusform>All %n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n accepted</source>
        <translation>
            <numerusform>All %n accepted</numerusform>
            <numerusform>All %n accepted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhichBox</name>
    <message numerus="yes">
        <source>%n paper(s) that are chosen</source>
        <translation>
            <numerusform>%n paper that are chosen</numerusform>
            <numerusform>%n papers that are chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All that is shown: %n paper(s)</source>
        <translation>
            <numerusform>All that is shown: %n paper</numerusform>
            <numerusform>All that is shown: %n papers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>core</name>
    <message numerus="yes">
        <source>%n paper(s)</source>
        <translation>
            <numerusform>%n paper</numerusform>
            <numerusform>%n papers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead link(s)</source>
        <translation>
            <numerusform>%n dead link</numerusform>
            <numerusform>%n dead links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) to choose from</source>
        <translation>
            <numerusform>%n record to choose from</numerusform>
            <numerusform>%n records to choose from</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years lie between them</source>
        <translation>
            <numerusform>%n years lie between them</numerusform>
            <numerusform>%n years lie between them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>years are %n apart</source>
        <translation>
            <numerusform>years are %n apart</numerusform>
            <numerusform>years are %n apart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the library has it %n times</source>
        <translation>
            <numerusform>the library has it %n times</numerusform>
            <numerusform>the library has it %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n seconds</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minutes</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hours</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n days</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) that it may lack</source>
        <translation>
            <numerusform>%n note that it may lack</numerusform>
            <numerusform>%n notes that it may lack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s)</source>
        <translation>
            <numerusform>%n link</numerusform>
            <numerusform>%n links</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) that it may lack</source>
        <translation>
            <numerusform>%n link that it may lack</numerusform>
            <numerusform>%n links that it may lack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that it may lack</source>
        <translation>
            <numerusform>%n file that it may lack</numerusform>
            <numerusform>%n files that it may lack</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>title wraps over %n lines</source>
        <translation>
            <numerusform>title wraps over %n lines</numerusform>
            <numerusform>title wraps over %n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>abstract of %n paragraphs</source>
        <translation>
            <numerusform>abstract of %n paragraphs</numerusform>
            <numerusform>abstract of %n paragraphs</numerusform>
        </translation>
    </message>
</context>
</TS>
