/* The words of CKEditor that its own Thai file leaves in English, or says badly: those of the
 * buttons, menus and dialogs that the portal shows.
 */
(function () {
  "use strict";

  const paste = "กด %1 เพื่อวาง เบราว์เซอร์ของท่านไม่รองรับการวางด้วยปุ่มหรือเมนูนี้";
  const WORDS = {
    application: "โปรแกรมแก้ไขข้อความ",
    editor: "ช่องแก้ไขข้อความ",
    editorPanel: "แผงเครื่องมือแก้ไขข้อความ",
    common: {
      url: "ที่อยู่ (URL)",
      targetTop: "หน้าต่างบนสุด (_top)",
      targetParent: "หน้าต่างแม่ (_parent)",
      justify: "จัดเต็มแนว",
      alignCenter: "จัดกึ่งกลาง",
      alignNone: "ไม่จัด",
      invalidLength: "ค่าของช่อง “%1” ต้องเป็นจำนวนบวก จะมีหน่วยวัด (%2) หรือไม่ก็ได้",
      invalidCssLength: "ค่าของช่อง “%1” ต้องเป็นจำนวนบวก จะมีหน่วยวัดหรือไม่ก็ได้",
      invalidHtmlLength: "ค่าของช่อง “%1” ต้องเป็นจำนวนบวก จะมีหน่วย px หรือ % หรือไม่ก็ได้",
      invalidInlineStyle: "รูปแบบต้องเขียนเป็น “ชื่อ : ค่า” คั่นด้วยเครื่องหมายอัฒภาค",
      cssLengthTooltip: "ระบุจำนวนเป็นพิกเซล หรือจำนวนพร้อมหน่วยวัด",
      unavailable: '%1<span class="cke_accessibility"> (ใช้ไม่ได้ในขณะนี้)</span>',
      keyboardShortcut: "แป้นพิมพ์ลัด",
      optionDefault: "ค่าเริ่มต้น",
    },
    blockquote: { toolbar: "ข้อความอ้างอิง" },
    clipboard: {
      copy: "คัดลอก",
      copyError: "เบราว์เซอร์ไม่อนุญาตให้คัดลอกจากเมนูนี้ กรุณากด Ctrl/Cmd+C",
      cutError: "เบราว์เซอร์ไม่อนุญาตให้ตัดจากเมนูนี้ กรุณากด Ctrl/Cmd+X",
      pasteNotification: paste,
      pasteArea: "พื้นที่สำหรับวาง",
      pasteMsg: "วางเนื้อหาในพื้นที่ด้านล่าง แล้วกดตกลง",
      fileFormatNotSupportedNotification: "ไม่รองรับไฟล์ชนิด ${formats}",
      fileWithoutFormatNotSupportedNotification: "ไม่รองรับไฟล์ชนิดนี้",
    },
    contextmenu: { options: "เมนูคำสั่ง" },
    format: {
      panelTitle: "รูปแบบย่อหน้า",
      tag_p: "ข้อความปกติ",
      tag_h2: "หัวเรื่องใหญ่",
      tag_h3: "หัวเรื่องรอง",
      tag_h4: "หัวเรื่องย่อย",
    },
    link: {
      displayText: "ข้อความที่แสดง",
      emailAddress: "อีเมล",
      info: "รายละเอียด",
      menu: "แก้ไขลิงก์",
      noEmail: "กรุณาระบุอีเมล",
      noTel: "กรุณาระบุหมายเลขโทรศัพท์",
      noUrl: "กรุณาระบุที่อยู่ของลิงก์",
      phoneNumber: "หมายเลขโทรศัพท์",
      title: "ลิงก์",
      toEmail: "อีเมล",
      toPhone: "โทรศัพท์",
      toUrl: "ที่อยู่เว็บ (URL)",
      toolbar: "ลิงก์",
      type: "ประเภทของลิงก์",
      unlink: "นำลิงก์ออก",
    },
    list: { bulletedlist: "รายการสัญลักษณ์", numberedlist: "รายการลำดับเลข" },
    magicline: { title: "แทรกย่อหน้าตรงนี้" },
    notification: { closed: "ปิดการแจ้งเตือนแล้ว" },
    pastetext: { button: "วางเป็นข้อความธรรมดา", pasteNotification: paste },
    table: {
      cell: {
        insertBefore: "แทรกช่องก่อนหน้า",
        insertAfter: "แทรกช่องถัดไป",
        mergeRight: "ผสานกับช่องขวา",
        mergeDown: "ผสานกับช่องล่าง",
        splitHorizontal: "แยกช่องตามแนวนอน",
        splitVertical: "แยกช่องตามแนวตั้ง",
      },
      column: {
        insertBefore: "แทรกคอลัมน์ก่อนหน้า",
        insertAfter: "แทรกคอลัมน์ถัดไป",
        deleteColumn: "ลบคอลัมน์",
      },
      columns: "คอลัมน์",
      headersNone: "ไม่มี",
      invalidCols: "จำนวนคอลัมน์ต้องมากกว่า 0",
      invalidRows: "จำนวนแถวต้องมากกว่า 0",
      menu: "คุณสมบัติของตาราง",
      row: { insertBefore: "แทรกแถวก่อนหน้า", insertAfter: "แทรกแถวถัดไป" },
      title: "ตาราง",
    },
    toolbar: {
      toolbarGroups: {
        document: "เอกสาร",
        clipboard: "คลิปบอร์ด",
        editing: "การแก้ไข",
        forms: "แบบฟอร์ม",
        basicstyles: "ลักษณะตัวอักษร",
        paragraph: "ย่อหน้า",
        links: "ลิงก์",
        insert: "แทรก",
        styles: "รูปแบบ",
        colors: "สี",
        tools: "เครื่องมือ",
      },
      toolbars: "แถบเครื่องมือแก้ไขข้อความ",
    },
    undo: { redo: "ทำซ้ำ", undo: "เลิกทำ" },
  };

  function fill(words, ours) {
    for (const [key, value] of Object.entries(ours)) {
      if (typeof value === "string") words[key] = value;
      else fill((words[key] ||= {}), value);
    }
  }

  CKEDITOR.on("instanceCreated", ({ editor }) => {
    editor.on("langLoaded", () => {
      if (editor.langCode === "th") fill(CKEDITOR.lang.th, WORDS);
    });
  });
})();
