package org.trame.signature;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What a later revision of a PDF changes of an earlier one, of which its bytes are the continuation
 * (ISO 32000-2, 7.5.6). Every object of the earlier one must be the same in the later one, but for
 * the few that a signature has to extend: the catalogue, the form, the annotations of a page. DSS
 * compares what it reaches by name, and lets more through (reordered pages, swapped shared fonts,
 * {@code Names}); this does not depend on it.
 */
final class Additions {

  private static final COSName DSS = COSName.getPDFName("DSS");
  private static final COSName PERMS = COSName.getPDFName("Perms");
  private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
  private static final COSName LOCK = COSName.getPDFName("Lock");
  private static final COSName PARENT_TREE_NEXT_KEY = COSName.getPDFName("ParentTreeNextKey");
  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");
  private static final Set<COSName> CATALOG =
      Set.of(COSName.ACRO_FORM, COSName.METADATA, COSName.VERSION, DSS, PERMS, EXTENSIONS);
  private static final Set<COSName> CATALOG_AFTER_THE_LAST = Set.of(DSS, EXTENSIONS);
  private static final Set<COSName> FORM =
      Set.of(COSName.FIELDS, COSName.SIG_FLAGS, COSName.DA, COSName.DR);
  private static final Set<COSName> EMPTY_FIELD =
      Set.of(COSName.V, COSName.AP, COSName.M, COSName.F, COSName.DA, COSName.MK, LOCK);
  private static final int DEEPEST = 50;

  private final COSDocument before;
  private final COSDocument after;
  private final boolean signatures;
  private final COSBase root;
  private final Set<COSObjectKey> annotations = new HashSet<>();
  private final Set<COSObjectKey> validationData = new HashSet<>();
  private COSObjectKey form;
  private COSObjectKey fields;
  private COSObjectKey info;
  private int changes;

  private Additions(PDDocument before, PDDocument after, boolean signatures) {
    this.before = before.getDocument();
    this.after = after.getDocument();
    this.signatures = signatures;
    this.root = this.before.getTrailer().getItem(COSName.ROOT);
  }

  /** Whether nothing but signatures, their time-stamps and their validation data was added. */
  static boolean areSignatures(PDDocument before, PDDocument after) {
    return new Additions(before, after, true).allAllowed();
  }

  /** Whether validation data of signatures was added (the certificates' status), nothing else. */
  static boolean areValidationData(PDDocument before, PDDocument after) {
    Additions additions = new Additions(before, after, false);
    return additions.allAllowed() && additions.changes > 0;
  }

  private boolean allAllowed() {
    if (!(root instanceof COSObject) || !same(root, after.getTrailer().getItem(COSName.ROOT), 0)) {
      return false;
    }
    look();
    Map<COSObjectKey, Long> now = after.getXrefTable();
    for (Map.Entry<COSObjectKey, Long> object : before.getXrefTable().entrySet()) {
      if (!isWhereItWas(object, now) && !mayBe(object.getKey())) {
        return false;
      }
    }
    return true;
  }

  /** The bytes before are the same: an object that is read from the same place is the same. */
  private boolean isWhereItWas(Map.Entry<COSObjectKey, Long> object, Map<COSObjectKey, Long> now) {
    Long place = object.getValue();
    if (!Objects.equals(place, now.get(object.getKey()))) {
      return false;
    }
    return place > 0 || inTheSameContainer(new COSObjectKey(-place, 0), now);
  }

  private boolean inTheSameContainer(COSObjectKey container, Map<COSObjectKey, Long> now) {
    return Objects.equals(before.getXrefTable().get(container), now.get(container));
  }

  /** Notes which of the earlier objects a signature may extend. */
  private void look() {
    COSDictionary catalog = (COSDictionary) ((COSObject) root).getObject();
    form = key(catalog.getItem(COSName.ACRO_FORM));
    if (catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary dictionary) {
      fields = key(dictionary.getItem(COSName.FIELDS));
    }
    info = key(before.getTrailer().getItem(COSName.INFO));
    reach(catalog.getItem(DSS), validationData, 0);
    for (COSObjectKey key : before.getXrefTable().keySet()) {
      if (object(before, key) instanceof COSDictionary dictionary
          && COSName.PAGE.equals(dictionary.getCOSName(COSName.TYPE))) {
        COSObjectKey array = key(dictionary.getItem(COSName.ANNOTS));
        if (array != null) {
          annotations.add(array);
        }
      }
    }
  }

  private static void reach(COSBase from, Set<COSObjectKey> reached, int depth) {
    COSObjectKey key = key(from);
    if (depth > DEEPEST || (key != null && !reached.add(key))) {
      return;
    }
    COSBase object = resolve(from);
    if (object instanceof COSArray array) {
      array.forEach(item -> reach(item, reached, depth + 1));
    } else if (object instanceof COSDictionary dictionary) {
      dictionary.getValues().forEach(item -> reach(item, reached, depth + 1));
    }
  }

  private boolean mayBe(COSObjectKey key) {
    COSBase was = object(before, key);
    COSBase is = object(after, key);
    if (same(was, is, 0)) {
      return true;
    }
    changes++;
    if (key.equals(key(root))) {
      return catalog((COSDictionary) was, is);
    } else if (validationData.contains(key)) {
      return true;
    }
    return signatures && extended(key, was, is);
  }

  private boolean extended(COSObjectKey key, COSBase was, COSBase is) {
    if (key.equals(form)) {
      return form(was, is);
    } else if (key.equals(fields)) {
      return list(was, is, this::isSignatureField);
    } else if (annotations.contains(key)) {
      return list(was, is, this::isWidget);
    } else if (key.equals(info)) {
      return is instanceof COSDictionary;
    } else if (was instanceof COSDictionary from && is instanceof COSDictionary to) {
      COSName type = from.getCOSName(COSName.TYPE);
      if (COSName.METADATA.equals(type)) {
        return COSName.METADATA.equals(to.getCOSName(COSName.TYPE));
      } else if (COSName.PAGE.equals(type)) {
        return onlyChanges(from, to, Set.of(COSName.ANNOTS))
            && list(
                resolve(from.getItem(COSName.ANNOTS)),
                to.getDictionaryObject(COSName.ANNOTS),
                this::isWidget);
      } else if (COSName.SIG.equals(from.getCOSName(COSName.FT)) && !from.containsKey(COSName.V)) {
        return onlyChanges(from, to, EMPTY_FIELD);
      }
      return structure(from, to);
    }
    return false;
  }

  private boolean catalog(COSDictionary was, COSBase is) {
    if (!(is instanceof COSDictionary to)
        || !onlyChanges(was, to, signatures ? CATALOG : CATALOG_AFTER_THE_LAST)) {
      return false;
    }
    COSBase formWas = was.getItem(COSName.ACRO_FORM);
    COSBase formIs = to.getItem(COSName.ACRO_FORM);
    boolean sameForm = same(formWas, formIs, 0);
    // A form that was an object of its own stays one: it is looked at as that object.
    return (sameForm || (!(formWas instanceof COSObject) && form(formWas, resolve(formIs))))
        && (!was.containsKey(PERMS) || same(was.getItem(PERMS), to.getItem(PERMS), 0));
  }

  private boolean form(COSBase was, COSBase is) {
    COSDictionary from = was instanceof COSDictionary dictionary ? dictionary : new COSDictionary();
    if (!(is instanceof COSDictionary to) || !onlyChanges(from, to, FORM)) {
      return false;
    }
    COSBase list = from.getItem(COSName.FIELDS);
    return list instanceof COSObject
        ? same(list, to.getItem(COSName.FIELDS), 0)
        : list(list, to.getDictionaryObject(COSName.FIELDS), this::isSignatureField);
  }

  /** Tags of the new signature, for those who listen: elements Form after the others. */
  private boolean structure(COSDictionary from, COSDictionary to) {
    COSName type = from.getCOSName(COSName.TYPE);
    if (COSName.STRUCT_TREE_ROOT.equals(type)) {
      return onlyChanges(from, to, Set.of(COSName.K, PARENT_TREE_NEXT_KEY))
          && list(from.getItem(COSName.K), to.getItem(COSName.K), this::isTag);
    } else if (STRUCT_ELEM.equals(type) || from.containsKey(COSName.S)) {
      return onlyChanges(from, to, Set.of(COSName.K))
          && list(from.getItem(COSName.K), to.getItem(COSName.K), this::isTag);
    }
    return from.getItem(COSName.NUMS) instanceof COSArray nums
        && onlyChanges(from, to, Set.of(COSName.NUMS, COSName.LIMITS))
        && list(nums, to.getItem(COSName.NUMS), n -> n instanceof COSNumber || isTag(n));
  }

  private boolean isTag(COSBase added) {
    return isNew(added)
        && resolve(added) instanceof COSDictionary element
        && COSName.getPDFName("Form").equals(element.getCOSName(COSName.S))
        && !element.containsKey(COSName.ACTUAL_TEXT);
  }

  private boolean isSignatureField(COSBase added) {
    return isNew(added) && isSignatureField(resolve(added), 0);
  }

  private boolean isSignatureField(COSBase added, int depth) {
    if (depth > DEEPEST || !(added instanceof COSDictionary field) || acts(field)) {
      return false;
    }
    boolean signature = COSName.SIG.equals(field.getCOSName(COSName.FT));
    COSArray kids = field.getCOSArray(COSName.KIDS);
    if (kids == null) {
      return signature || depth > 0 && inheritsSignature(field);
    }
    for (COSBase kid : kids) {
      if (!isSignatureField(resolve(kid), depth + 1)) {
        return false;
      }
    }
    return signature || kids.size() > 0;
  }

  private boolean isWidget(COSBase added) {
    return isNew(added)
        && resolve(added) instanceof COSDictionary widget
        && COSName.WIDGET.equals(widget.getCOSName(COSName.SUBTYPE))
        && !acts(widget)
        && inheritsSignature(widget);
  }

  private static boolean inheritsSignature(COSDictionary field) {
    COSDictionary at = field;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (at.containsKey(COSName.FT)) {
        return COSName.SIG.equals(at.getCOSName(COSName.FT));
      }
      at = at.getCOSDictionary(COSName.PARENT);
    }
    return false;
  }

  /** A script or a link has no place in a signature. */
  private static boolean acts(COSDictionary field) {
    return field.containsKey(COSName.A) || field.containsKey(COSName.AA);
  }

  /** What is added is not an object there was before. */
  private boolean isNew(COSBase added) {
    COSObjectKey key = key(added);
    return key == null || !before.getXrefTable().containsKey(key);
  }

  /** Whether a list has what it had, in the order it had, and otherwise only what is allowed. */
  private boolean list(COSBase was, COSBase is, java.util.function.Predicate<COSBase> allowed) {
    List<COSBase> had = items(was);
    List<COSBase> has = items(is);
    int found = 0;
    for (COSBase item : has) {
      if (found < had.size() && same(had.get(found), item, 0)) {
        found++;
      } else if (!allowed.test(item)) {
        return false;
      }
    }
    return found == had.size();
  }

  private static List<COSBase> items(COSBase list) {
    if (list == null || list instanceof COSNull) {
      return List.of();
    }
    COSBase direct =
        list instanceof COSObject object && object.getObject() instanceof COSArray array
            ? array
            : list;
    return direct instanceof COSArray array ? List.copyOf(array.toList()) : List.of(direct);
  }

  private boolean onlyChanges(COSDictionary was, COSDictionary is, Set<COSName> allowed) {
    Set<COSName> names = new LinkedHashSet<>(was.keySet());
    names.addAll(is.keySet());
    return names.stream()
            .allMatch(n -> allowed.contains(n) || same(was.getItem(n), is.getItem(n), 0))
        && (was instanceof COSStream) == (is instanceof COSStream);
  }

  /** Whether two values are the same, references by what they refer to and not by what is there. */
  private static boolean same(COSBase one, COSBase other, int depth) {
    if (depth > DEEPEST) {
      return false;
    }
    if (one instanceof COSObject || other instanceof COSObject) {
      return Objects.equals(key(one), key(other)) && key(one) != null;
    }
    COSBase a = one == null ? COSNull.NULL : one;
    COSBase b = other == null ? COSNull.NULL : other;
    if (a instanceof COSNumber number && b instanceof COSNumber with) {
      return number.floatValue() == with.floatValue();
    } else if (a instanceof COSArray array && b instanceof COSArray with) {
      if (array.size() != with.size()) {
        return false;
      }
      for (int n = 0; n < array.size(); n++) {
        if (!same(array.get(n), with.get(n), depth + 1)) {
          return false;
        }
      }
      return true;
    } else if (a instanceof COSDictionary dictionary && b instanceof COSDictionary with) {
      return dictionary.keySet().equals(with.keySet())
          && dictionary.keySet().stream()
              .allMatch(k -> same(dictionary.getItem(k), with.getItem(k), depth + 1))
          && sameStream(a, b);
    }
    return a.equals(b);
  }

  private static boolean sameStream(COSBase one, COSBase other) {
    if (!(one instanceof COSStream a) || !(other instanceof COSStream b)) {
      return one instanceof COSStream == other instanceof COSStream;
    }
    try (InputStream x = a.createRawInputStream();
        InputStream y = b.createRawInputStream()) {
      return java.util.Arrays.equals(x.readAllBytes(), y.readAllBytes());
    } catch (IOException e) {
      return false;
    }
  }

  private static COSObjectKey key(COSBase reference) {
    return reference instanceof COSObject object ? object.getKey() : null;
  }

  private static COSBase resolve(COSBase value) {
    return value instanceof COSObject object ? object.getObject() : value;
  }

  private static COSBase object(COSDocument document, COSObjectKey key) {
    return document.getXrefTable().containsKey(key)
        ? document.getObjectFromPool(key).getObject()
        : null;
  }
}
