// SPDX-License-Identifier: Apache-2.0
// Validates PDF files with veraPDF, many in one virtual machine: flavours and paths in, failed clauses out.
// Usage: Verapdf 3a,ua1 FILE… (or "-": paths from standard input, one a line).

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public final class Verapdf {
    private static final int LOCATIONS_SHOWN = 3;

    public static void main(String[] args) throws Exception {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String id : args[0].split(",")) flavours.add(PDFAFlavour.byFlavourId(id));
        List<String> paths = paths(Arrays.asList(args).subList(1, args.length));
        int[] good = new int[flavours.size()];
        for (String path : paths)
            for (int i = 0; i < flavours.size(); i++)
                if (isCompliant(path, flavours.get(i))) good[i]++;
        boolean all = true;
        for (int i = 0; i < flavours.size(); i++) {
            System.out.println(flavours.get(i).getId() + ": " + good[i] + " of " + paths.size() + " compliant");
            all = all && good[i] == paths.size();
        }
        System.exit(all ? 0 : 1);
    }

    private static List<String> paths(List<String> given) throws Exception {
        if (!given.equals(List.of("-"))) return given;
        List<String> paths = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine())
            if (!line.isEmpty()) paths.add(line);
        return paths;
    }

    private static boolean isCompliant(String path, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            if (!result.isCompliant()) print(path, flavour, result);
            return result.isCompliant();
        } catch (Exception e) {
            System.out.println(path + ": " + flavour.getId() + ": not read: " + e);
            return false;
        }
    }

    /** One line a clause, with the first few places: a missing width may fail for ten thousand glyphs. */
    private static void print(String path, PDFAFlavour flavour, ValidationResult result) {
        Map<String, List<TestAssertion>> failed = new TreeMap<>();
        for (TestAssertion a : result.getTestAssertions())
            if (a.getStatus() == TestAssertion.Status.FAILED)
                failed.computeIfAbsent(a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber(),
                                       k -> new ArrayList<>()).add(a);
        failed.forEach((clause, assertions) -> {
            System.out.println(path + ": " + flavour.getId() + ": clause " + clause + " (" + assertions.size()
                               + "): " + assertions.get(0).getMessage());
            assertions.stream().limit(LOCATIONS_SHOWN).forEach(
                a -> System.out.println("    at " + a.getLocation().getContext()));
        });
    }
}
