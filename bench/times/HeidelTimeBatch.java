// Runs HeidelTime over many texts in one virtual machine, so that its start-up is not timed.
//
// Standard input: a text a line, `TYPE TAB YYYY-MM-DD TAB TEXT`, with newlines of the text as \u0001.
// Standard output: for each text its TimeML in one line (newlines as \u0001).
import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.EnumMap;
import java.util.Map;

public final class HeidelTimeBatch {
    private HeidelTimeBatch() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        System.setOut(System.err);  // HeidelTime's own messages
        Map<DocumentType, HeidelTimeStandalone> taggers = new EnumMap<>(DocumentType.class);
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] cells = line.split("\t", 3);
            DocumentType type = DocumentType.valueOf(cells[0]);
            HeidelTimeStandalone tagger = taggers.get(type);
            if (tagger == null) {
                tagger = new HeidelTimeStandalone(Language.ENGLISH, type, OutputType.TIMEML, args[0],
                                                  POSTagger.TREETAGGER);
                taggers.put(type, tagger);
            }
            String text = cells[2].replace('\u0001', '\n');
            String timeml = tagger.process(text, format.parse(cells[1]));
            out.println(timeml.replace('\n', '\u0001'));
        }
        out.flush();
    }
}
