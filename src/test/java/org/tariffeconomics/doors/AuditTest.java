package org.tariffeconomics.doors;

import java.lang.reflect.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class AuditTest {
  @Test
  void equalsAudit() {
    int n = 0;
    StringBuilder out = new StringBuilder();
    for (Class<?> t : PublicTypes.all()) {
      if (t.isInterface() || t.isEnum() || t.isRecord() || Throwable.class.isAssignableFrom(t) || Modifier.isAbstract(t.getModifiers())) continue;
      boolean hasState = false;
      for (Class<?> c = t; c != null && c != Object.class; c = c.getSuperclass())
        for (Field f : c.getDeclaredFields()) if (!Modifier.isStatic(f.getModifiers())) hasState = true;
      if (!hasState) continue;
      try {
        Class<?> e = t.getMethod("equals", Object.class).getDeclaringClass();
        if (e == Object.class) { n++; out.append(t.getName()).append('\n'); }
      } catch (NoSuchMethodException x) {}
    }
    System.out.println("EQUALS missing " + n + "\n" + out);
  }

  @Test
  void nullAudit() throws Exception {
    int bad = 0, methods = 0, ok = 0, skipped = 0;
    Map<String,Integer> per = new TreeMap<>();
    StringBuilder out = new StringBuilder();
    for (Class<?> t : PublicTypes.all()) {
      List<Executable> doors = new ArrayList<>(List.of(t.getDeclaredConstructors()));
      for (Method m : t.getDeclaredMethods()) if (Modifier.isStatic(m.getModifiers())) doors.add(m);
      for (Executable e : doors) {
        if (!Modifier.isPublic(e.getModifiers()) || e.isSynthetic() || e.getParameterCount() == 0) continue;
        if (t.isEnum() || Throwable.class.isAssignableFrom(t)) continue;
        Object[] args = new Object[e.getParameterCount()];
        for (int i = 0; i < args.length; i++) {
          Class<?> p = e.getParameterTypes()[i];
          if (p.isPrimitive()) args[i] = p == boolean.class ? (Object) false : p == int.class ? 1 : p == long.class ? (Object) 1L : p == double.class ? (Object) 1.0 : p==char.class ? (Object)'a' : null;
        }
        boolean anyRef = false;
        for (Class<?> p : e.getParameterTypes()) if (!p.isPrimitive()) anyRef = true;
        if (!anyRef) continue;
        methods++;
        try {
          if (e instanceof Constructor<?> c) c.newInstance(args); else ((Method) e).invoke(null, args);
          out.append("ACCEPTS ").append(e).append('\n'); bad++;
        } catch (InvocationTargetException x) {
          Throwable f = x.getCause();
          String msg = String.valueOf(f.getMessage());
          boolean named = false;
          for (Parameter p : e.getParameters()) if (msg.contains(p.getName())) named = true;
          if ((f instanceof NullPointerException || f instanceof IllegalArgumentException) && named && !msg.startsWith("Cannot invoke") && !msg.contains("because \"")) ok++;
          else { bad++; out.append("BAD ").append(f.getClass().getSimpleName()).append(' ').append(msg.length()>90?msg.substring(0,90):msg).append(" <- ").append(e).append('\n'); }
        } catch (Throwable x) { skipped++; }
      }
    }
    java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/null-audit.txt"), out);
    System.out.println("NULL doors " + methods + " ok " + ok + " bad " + bad + " skipped " + skipped);
  }
}
